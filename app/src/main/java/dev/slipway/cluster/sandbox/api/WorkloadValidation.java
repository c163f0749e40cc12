package dev.slipway.cluster.sandbox.api;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses workloads whose pods could never be made or run. */
final class WorkloadValidation {

    private static final Set<String> WITH_SELECTOR = Set.of("Deployment", "ReplicaSet", "StatefulSet");
    private static final List<String> NOT_NEGATIVE = List.of(
            "replicas",
            "minReadySeconds",
            "revisionHistoryLimit",
            "progressDeadlineSeconds",
            "parallelism",
            "completions",
            "activeDeadlineSeconds",
            "backoffLimit",
            "ttlSecondsAfterFinished");

    private final Kind kind;
    private final Type type;
    private final Map<String, Object> object;
    private final Problems problems;

    WorkloadValidation(Kind kind, Type type, Map<String, Object> object, Problems problems) {
        this.kind = kind;
        this.type = type;
        this.object = object;
        this.problems = problems;
    }

    void check() {
        counts();
        if (WITH_SELECTOR.contains(kind.kind())) {
            selector();
        }
        switch (kind.kind()) {
            case "Pod" -> pod("spec");
            case "CronJob" -> {
                schedule();
                pod("spec", "jobTemplate", "spec", "template", "spec");
            }
            default -> {
                Validation.labels(
                        "spec.template.labels", Tree.texts(object, "spec", "template", "metadata", "labels"), problems);
                pod("spec", "template", "spec");
            }
        }
    }

    private void counts() {
        for (var field : NOT_NEGATIVE) {
            var count = Tree.number(object, 0, "spec", field);
            if (count < 0) {
                problems.add("spec." + field, "Invalid value: %d: must be greater than or equal to 0".formatted(count));
            }
        }
    }

    private void selector() {
        var labels = Tree.texts(object, "spec", "template", "metadata", "labels");
        var wanted = Tree.texts(object, "spec", "selector", "matchLabels");
        if (wanted.isEmpty() || !labels.entrySet().containsAll(wanted.entrySet())) {
            problems.add(
                    "spec.template.metadata.labels",
                    "Invalid value: %s: `selector` does not match template `labels`"
                            .formatted(labels.isEmpty() ? "null" : Json.written(labels)));
        }
    }

    private void schedule() {
        var schedule = Tree.text(object, "spec", "schedule");
        var fields = List.of(schedule.strip().split("\\s+", -1));
        if (fields.size() != 5 && !schedule.startsWith("@")) {
            problems.add(
                    "spec.schedule",
                    "Invalid value: \"%s\": expected exactly 5 fields, found %d: [%s]"
                            .formatted(schedule, fields.size(), String.join(" ", fields)));
        }
    }

    private void pod(String... path) {
        var spec = Tree.map(object, path);
        var told = String.join(".", path);
        problems.required(podType(path), spec, told, nothing -> false);
        if (spec.get("containers") instanceof List<?> none && none.isEmpty()) {
            problems.required(told + ".containers");
        }
        if ((kind.is("Job") || kind.is("CronJob"))
                && Tree.text(spec, "restartPolicy").equals("Always")) {
            problems.add(told + ".restartPolicy", "Required value: valid values: \"OnFailure\", \"Never\"");
        }
        var volumes = new HashSet<String>();
        Tree.maps(spec, "volumes").forEach(volume -> volumes.add(Tree.text(volume, "name")));
        Tree.maps(object, "spec", "volumeClaimTemplates")
                .forEach(claim -> volumes.add(Tree.text(claim, "metadata", "name")));
        for (var list : List.of("initContainers", "containers")) {
            var index = 0;
            for (var container : Tree.maps(spec, list)) {
                new ContainerValidation(container, told + "." + list + "[" + index++ + "]", problems).check(volumes);
            }
        }
    }

    private Type podType(String... path) {
        var found = type;
        for (var field : path) {
            var next = found.field(field);
            if (next == null) {
                throw new IllegalStateException("the snapshot knows no " + field + " of " + found);
            }
            found = next;
        }
        return found;
    }
}
