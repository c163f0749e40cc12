package dev.slipway.cluster;

import java.util.List;

/** Why a cluster did not do what it was asked, sorted by what the asker can do about it. */
public abstract sealed class ClusterException extends RuntimeException {

    private ClusterException(String message, Throwable cause) {
        super(message, cause);
    }

    private ClusterException(String message) {
        super(message);
    }

    /** The cluster is away, busy or slow: the same call may succeed later. */
    public static sealed class Transient extends ClusterException {
        public Transient(String message, Throwable cause) {
            super(message, cause);
        }

        public Transient(String message) {
            super(message);
        }
    }

    /** The cluster answers, but the container that is asked for has not started yet. */
    public static final class NotStarted extends Transient {
        public NotStarted(String message) {
            super(message);
        }
    }

    /** Another field manager owns a field, or the object is not the one that was meant. */
    public static final class Conflict extends ClusterException {
        public Conflict(String message) {
            super(message);
        }
    }

    /** The identity may not do this, or a quota or admission rule refused it. */
    public static final class Forbidden extends ClusterException {
        private final boolean overQuota;

        public Forbidden(String message, boolean overQuota) {
            super(message);
            this.overQuota = overQuota;
        }

        /** Whether a ResourceQuota refused, which may pass when something else is deleted. */
        public boolean overQuota() {
            return overQuota;
        }
    }

    /** The object is wrong; it will be refused every time. */
    public static final class Invalid extends ClusterException {
        private final List<FieldProblem> problems;

        public Invalid(String message, List<FieldProblem> problems) {
            super(message);
            this.problems = List.copyOf(problems);
        }

        public List<FieldProblem> problems() {
            return problems;
        }
    }

    /** The object, its namespace or its kind is not there. */
    public static final class Missing extends ClusterException {
        public Missing(String message) {
            super(message);
        }
    }

    /**
     * @param path of the field as the API server writes it: {@code spec.template.spec.containers[0].image}
     */
    public record FieldProblem(String path, String message) {}
}
