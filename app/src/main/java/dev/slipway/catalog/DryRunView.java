package dev.slipway.catalog;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft's content as the clusters' API servers see it.
 *
 * @param endedAt none while it goes on
 */
public record DryRunView(
        UUID id,
        String blueprint,
        String contentHash,
        PersonId askedBy,
        Instant askedAt,
        Optional<Instant> endedAt,
        List<OnCluster> clusters) {

    public DryRunView {
        clusters = List.copyOf(clusters);
    }

    /** How far a cluster is. */
    public enum State {
        WAITING,
        RUNNING,
        PASSED,
        REFUSED,
        NO_TARGET;

        boolean isEnd() {
            return this == PASSED || this == REFUSED || this == NO_TARGET;
        }
    }

    /**
     * @param detail why it waits, or is no target; empty otherwise
     * @param done of so many cases
     */
    public record OnCluster(
            ClusterId cluster, String title, State state, String detail, int done, int cases, List<Result> results) {

        public OnCluster {
            results = List.copyOf(results);
        }

        /** Whether anything was refused or left out. */
        public boolean hasRemarks() {
            return results.stream().anyMatch(result -> !result.isTaken());
        }
    }

    /**
     * What came of a test or a preset on a cluster.
     *
     * @param name {@code preset small}, {@code test three replicas}
     * @param skipped why it could not be tried there; empty when it was
     * @param problems what the API server refused or warned of
     */
    public record Result(String name, String skipped, List<String> problems) {

        public Result {
            problems = List.copyOf(problems);
        }

        public boolean isTaken() {
            return skipped.isEmpty() && problems.isEmpty();
        }
    }

    public boolean isOver() {
        return endedAt.isPresent();
    }

    public boolean passed() {
        return isOver() && missing().isEmpty();
    }

    /** What keeps it from counting, one plain sentence each. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (!isOver()) {
            missing.add("The dry run is not over yet.");
            return missing;
        }
        clusters.stream()
                .filter(cluster -> !cluster.state().isEnd())
                .forEach(cluster -> missing.add("The dry run on %s has come to no end.".formatted(cluster.title())));
        if (clusters.stream().allMatch(cluster -> cluster.state() == State.NO_TARGET)) {
            missing.add("No cluster could take it, so that the dry run has proved nothing.");
        }
        clusters.stream()
                .filter(cluster -> cluster.state() == State.REFUSED)
                .forEach(cluster -> missing.add("The dry run on %s was refused in %d of %d cases."
                        .formatted(
                                cluster.title(),
                                cluster.results().stream()
                                        .filter(result -> !result.problems().isEmpty())
                                        .count(),
                                cluster.cases())));
        untried().forEach(name -> missing.add("The dry run could try %s on no cluster.".formatted(name)));
        return missing;
    }

    private List<String> untried() {
        var names = new LinkedHashSet<String>();
        clusters.forEach(cluster -> cluster.results().forEach(result -> names.add(result.name())));
        clusters.forEach(cluster -> cluster.results().stream()
                .filter(result -> result.skipped().isEmpty())
                .forEach(result -> names.remove(result.name())));
        return List.copyOf(names);
    }
}
