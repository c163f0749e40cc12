package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.FieldProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind that the API server serves.
 *
 * @param plural as in its address: {@code deployments}
 */
record ServedKind(String apiVersion, String kind, String plural, boolean namespaced, Set<String> verbs) {

    /** {@code apps/v1/Deployment}. */
    String name() {
        return apiVersion + "/" + kind;
    }

    /** Empty for the core group. */
    String group() {
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    /** The address of all of them, in one namespace or everywhere. */
    String path(@Nullable String namespace) {
        var root = (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
        return namespaced && namespace != null
                ? root + "/namespaces/" + escaped(namespace) + "/" + plural
                : root + "/" + plural;
    }

    String path(@Nullable String namespace, String name) {
        if (namespaced && namespace == null) {
            throw new ClusterException.Invalid(
                    "%s \"%s\" needs a namespace".formatted(kind, name),
                    List.of(new FieldProblem("metadata.namespace", "Required value")));
        }
        return path(namespace) + "/" + escaped(name);
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
