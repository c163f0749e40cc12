package dev.slipway.cluster.sandbox.api;

import java.util.Map;
import java.util.Set;

/** Refuses objects that are well-formed and yet wrong. */
final class Validation {

    /** Checked by kind, in an order of their own. */
    private static final Set<String> LATER = Set.of(
            "status", "roleRef", "spec.template.spec", "spec.jobTemplate.spec.template.spec", "spec.accessModes");

    private Validation() {}

    static void require(Kind kind, Type type, Map<String, Object> object) {
        var problems = new Problems();
        metadata(kind, object, problems);
        problems.required(type, object, "", LATER::contains);
        switch (kind.kind()) {
            case "Pod", "Deployment", "ReplicaSet", "StatefulSet", "Job", "CronJob" ->
                new WorkloadValidation(kind, type, object, problems).check();
            default -> KindValidation.check(kind, object, problems);
        }
        problems.refuse(kind, object);
    }

    private static void metadata(Kind kind, Map<String, Object> object, Problems problems) {
        var name = Tree.text(object, "metadata", "name");
        switch (kind.kind()) {
            case "Namespace", "Service" -> problems.add("metadata.name", Names.label(name));
            case "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding" -> {}
            default -> problems.add("metadata.name", Names.subdomain(name));
        }
        labels("metadata.labels", Tree.texts(object, "metadata", "labels"), problems);
        Tree.texts(object, "metadata", "annotations")
                .keySet()
                .forEach(key -> problems.add("metadata.annotations", Names.labelKey(key)));
    }

    static void labels(String path, Map<String, String> labels, Problems problems) {
        labels.forEach((key, value) -> {
            problems.add(path, Names.labelKey(key));
            problems.add(path, Names.labelValue(value));
        });
    }
}
