package dev.slipway.cluster.sandbox.api;

/**
 * A kind of object that is served.
 *
 * @param plural as in paths and messages: {@code deployments}
 * @param schema name of its schema
 */
public record Kind(String apiVersion, String kind, String plural, boolean namespaced, String schema) {

    /** The API group; empty for the core. */
    public String group() {
        var slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** As in messages: {@code deployments.apps}, {@code pods}. */
    public String resource() {
        return group().isEmpty() ? plural : plural + "." + group();
    }

    /** As in messages on validity: {@code Deployment.apps}, {@code Pod}. */
    public String groupKind() {
        return group().isEmpty() ? kind : kind + "." + group();
    }

    public boolean is(String otherKind) {
        return kind.equals(otherKind);
    }

    @Override
    public String toString() {
        return apiVersion + "/" + kind;
    }
}
