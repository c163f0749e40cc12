package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.FieldProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sentences of the API server. */
final class Messages {

    private Messages() {}

    /** As in {@code pods "web-1"}. */
    static String name(Kind kind, Map<String, Object> object) {
        return "%s \"%s\"".formatted(kind.resource(), Tree.text(object, "metadata", "name"));
    }

    static ClusterException.Missing notFound(Kind kind, String name) {
        return new ClusterException.Missing("%s \"%s\" not found".formatted(kind.resource(), name));
    }

    static ClusterException.Missing notServed(String apiVersion, String kind) {
        return new ClusterException.Missing("no matches for kind \"%s\" in version \"%s\"".formatted(kind, apiVersion));
    }

    static ClusterException.Forbidden forbidden(
            String user, String verb, Kind kind, @Nullable String namespace, String name) {
        var where = namespace == null || namespace.isEmpty()
                ? "at the cluster scope"
                : "in the namespace \"%s\"".formatted(namespace);
        return new ClusterException.Forbidden(
                "%s%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
                        .formatted(
                                kind.resource(),
                                name.isEmpty() ? "" : " \"" + name + "\"",
                                user,
                                verb,
                                kind.plural(),
                                kind.group(),
                                where),
                false);
    }

    static ClusterException.Invalid invalid(Kind kind, String name, List<FieldProblem> problems) {
        var told = problems.stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .toList();
        var details = told.size() == 1 ? told.getFirst() : "[" + String.join(", ", told) + "]";
        return new ClusterException.Invalid(
                "%s \"%s\" is invalid: %s".formatted(kind.groupKind(), name, details), problems);
    }
}
