package dev.slipway.blueprint;

/** An expression of a checked blueprint could not be evaluated with these parameters and facts. */
public final class EvaluationException extends RuntimeException {

    private final String code;
    private final String path;

    public EvaluationException(String code, String path, String message) {
        super(message);
        this.code = code;
        this.path = path;
    }

    /** Stable, of the same family as {@link Diagnostic#code()}. */
    public String code() {
        return code;
    }

    /** Where in the blueprint: {@code spec.resources[0].template.spec.replicas}. */
    public String path() {
        return path;
    }
}
