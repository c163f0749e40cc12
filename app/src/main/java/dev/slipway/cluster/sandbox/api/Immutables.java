package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Refuses changes of what may not change once it is there. */
final class Immutables {

    private static final Set<String> STATEFUL_SET_MAY_CHANGE = Set.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");
    private static final Set<String> POD_MAY_CHANGE = Set.of("activeDeadlineSeconds", "tolerations", "nodeName");

    private final Kind kind;
    private final Map<String, Object> before;
    private final Map<String, Object> after;
    private final List<FieldProblem> problems = new ArrayList<>();

    private Immutables(Kind kind, Map<String, Object> before, Map<String, Object> after) {
        this.kind = kind;
        this.before = before;
        this.after = after;
    }

    static void require(Kind kind, Map<String, Object> before, Map<String, Object> after) {
        var check = new Immutables(kind, before, after);
        check.check();
        if (!check.problems.isEmpty()) {
            throw Messages.invalid(kind, Tree.text(after, "metadata", "name"), check.problems);
        }
    }

    private void check() {
        switch (kind.kind()) {
            case "Deployment", "ReplicaSet" -> fixed("field is immutable", "spec", "selector");
            case "Job" -> {
                fixed("field is immutable", "spec", "completions");
                fixed("field is immutable", "spec", "selector");
                if (!Tree.flag(before, "spec", "suspend")) {
                    fixed("field is immutable", "spec", "template");
                }
                fixed("field is immutable", "spec", "completionMode");
            }
            case "StatefulSet" ->
                only(
                        STATEFUL_SET_MAY_CHANGE,
                        "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
                                + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
                                + " 'minReadySeconds' are forbidden");
            case "Pod" -> only(POD_MAY_CHANGE, "pod updates may not change fields other than those named");
            case "PersistentVolumeClaim" -> claim();
            case "Secret" -> {
                fixed("field is immutable", "type");
                frozen();
            }
            case "ConfigMap" -> frozen();
            case "RoleBinding", "ClusterRoleBinding" -> fixed("cannot change roleRef", "roleRef");
            case "Service" -> clusterIp();
            default -> {}
        }
    }

    private void fixed(String message, String... path) {
        var now = Tree.at(after, path);
        if (!Objects.equals(Tree.at(before, path), now)) {
            problems.add(new FieldProblem(
                    String.join(".", path),
                    "Invalid value: %s: %s".formatted(now == null ? "null" : Json.written(now), message)));
        }
    }

    private void only(Set<String> mayChange, String message) {
        var old = Tree.copy(Tree.map(before, "spec"));
        var now = Tree.copy(Tree.map(after, "spec"));
        old.keySet().removeAll(mayChange);
        now.keySet().removeAll(mayChange);
        if (!old.equals(now)) {
            problems.add(new FieldProblem("spec", "Forbidden: " + message));
        }
    }

    private void claim() {
        var old = Tree.copy(Tree.map(before, "spec"));
        var now = Tree.copy(Tree.map(after, "spec"));
        var was = Quantities.of(Tree.map(old, "resources", "requests"), "storage");
        var wanted = Quantities.of(Tree.map(now, "resources", "requests"), "storage");
        for (var spec : List.of(old, now)) {
            Tree.child(spec, "resources").remove("requests");
            spec.remove("volumeAttributesClassName");
            spec.remove("volumeName");
        }
        if (!old.equals(now)) {
            problems.add(new FieldProblem(
                    "spec",
                    "Forbidden: spec is immutable after creation except resources.requests and"
                            + " volumeAttributesClassName for bound claims"));
        } else if (wanted.compareTo(was) < 0) {
            problems.add(new FieldProblem(
                    "spec.resources.requests.storage", "Forbidden: field can not be less than status.capacity"));
        }
    }

    private void frozen() {
        if (!Tree.flag(before, "immutable")) {
            return;
        }
        for (var field : List.of("data", "binaryData")) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                problems.add(new FieldProblem(field, "Forbidden: field is immutable when `immutable` is set"));
            }
        }
    }

    private void clusterIp() {
        var was = Tree.text(before, "spec", "clusterIP");
        var now = Tree.text(after, "spec", "clusterIP");
        if (!was.isEmpty() && !now.equals(was)) {
            problems.add(new FieldProblem(
                    "spec.clusterIPs[0]", "Invalid value: [\"%s\"]: may not change once set".formatted(now)));
        }
    }
}
