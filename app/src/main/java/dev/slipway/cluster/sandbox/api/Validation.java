package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses objects that are well-formed and yet wrong: names, labels, required fields, selectors. */
final class Validation {

    private static final Pattern LABEL_NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL_NAME + "(\\." + LABEL_NAME + ")*");
    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");
    private static final Set<String> WITH_SELECTOR = Set.of("Deployment", "ReplicaSet", "StatefulSet");

    private final Kind kind;
    private final Map<String, Object> object;
    private final List<FieldProblem> problems = new ArrayList<>();

    private Validation(Kind kind, Map<String, Object> object) {
        this.kind = kind;
        this.object = object;
    }

    static void require(Kind kind, Type type, Map<String, Object> object) {
        var validation = new Validation(kind, object);
        validation.name();
        validation.labels();
        validation.required(type, object, "");
        validation.containers();
        validation.selector();
        if (!validation.problems.isEmpty()) {
            throw Messages.invalid(kind, Tree.text(object, "metadata", "name"), validation.problems);
        }
    }

    private void name() {
        var name = Tree.text(object, "metadata", "name");
        switch (kind.kind()) {
            case "Namespace", "Service" ->
                name(
                        name,
                        LABEL_NAME,
                        63,
                        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start"
                                + " and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for"
                                + " validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
            case "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding" -> {}
            default ->
                name(
                        name,
                        SUBDOMAIN,
                        253,
                        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and"
                                + " must start and end with an alphanumeric character (e.g. 'example.com', regex used for"
                                + " validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
        }
    }

    private void name(String name, Pattern pattern, int longest, String rule) {
        if (!pattern.matcher(name).matches()) {
            problems.add(new FieldProblem("metadata.name", "Invalid value: \"%s\": %s".formatted(name, rule)));
        }
        if (name.length() > longest) {
            problems.add(new FieldProblem(
                    "metadata.name", "Invalid value: \"%s\": must be no more than %d bytes".formatted(name, longest)));
        }
    }

    private void labels() {
        labels("metadata.labels", Tree.texts(object, "metadata", "labels"));
        labels("spec.template.labels", Tree.texts(object, "spec", "template", "metadata", "labels"));
    }

    private void labels(String path, Map<String, String> labels) {
        labels.values().forEach(value -> {
            if (!LABEL_VALUE.matcher(value).matches()) {
                problems.add(new FieldProblem(
                        path,
                        ("Invalid value: \"%s\": a valid label must be an empty string or consist of alphanumeric"
                                        + " characters, '-', '_' or '.', and must start and end with an alphanumeric"
                                        + " character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for"
                                        + " validation is '%s')")
                                .formatted(value, LABEL_VALUE)));
            }
            if (value.length() > 63) {
                problems.add(new FieldProblem(
                        path, "Invalid value: \"%s\": must be no more than 63 bytes".formatted(value)));
            }
        });
    }

    private void required(Type type, Object node, String path) {
        if (node instanceof List<?> items && type.isList()) {
            var index = 0;
            for (var item : items) {
                required(type.items(), item, path + "[" + index++ + "]");
            }
        } else if (node instanceof Map<?, ?> && type.isObject()) {
            var map = Tree.map(node);
            for (var field : type.required()) {
                if (!map.containsKey(field.toString())) {
                    problems.add(new FieldProblem(joined(path, field.toString()), "Required value"));
                }
            }
            map.forEach((name, value) -> {
                var field = type.field(name);
                if (field != null && !(path.isEmpty() && name.equals("status"))) {
                    required(field, value, joined(path, name));
                }
            });
        }
    }

    private static String joined(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private void containers() {
        switch (kind.kind()) {
            case "Pod" -> containers(Tree.map(object, "spec"), "spec");
            case "Deployment", "ReplicaSet", "StatefulSet", "Job" ->
                containers(Tree.map(object, "spec", "template", "spec"), "spec.template.spec");
            case "CronJob" ->
                containers(
                        Tree.map(object, "spec", "jobTemplate", "spec", "template", "spec"),
                        "spec.jobTemplate.spec.template.spec");
            default -> {}
        }
    }

    private void containers(Map<String, Object> podSpec, String path) {
        if (podSpec.get("containers") instanceof List<?> none && none.isEmpty()) {
            problems.add(new FieldProblem(path + ".containers", "Required value"));
        }
        for (var list : List.of("initContainers", "containers")) {
            var index = 0;
            for (var container : Tree.maps(podSpec, list)) {
                PodValidation.container(container, podSpec, path + "." + list + "[" + index++ + "]", problems);
            }
        }
        if (kind.is("Job") && Tree.text(podSpec, "restartPolicy").equals("Always")) {
            problems.add(new FieldProblem(
                    path + ".restartPolicy", "Required value: valid values: \"OnFailure\", \"Never\""));
        }
    }

    private void selector() {
        if (!WITH_SELECTOR.contains(kind.kind())) {
            return;
        }
        var labels = Tree.texts(object, "spec", "template", "metadata", "labels");
        var wanted = Tree.texts(object, "spec", "selector", "matchLabels");
        if (!labels.entrySet().containsAll(wanted.entrySet())) {
            problems.add(new FieldProblem(
                    "spec.template.metadata.labels",
                    "Invalid value: %s: `selector` does not match template `labels`".formatted(Json.written(labels))));
        }
    }
}
