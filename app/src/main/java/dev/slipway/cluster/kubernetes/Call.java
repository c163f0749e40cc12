package dev.slipway.cluster.kubernetes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API server.
 *
 * @param path with its query
 * @param asUser whom to impersonate
 */
record Call(
        String method,
        String path,
        String accept,
        @Nullable Body body,
        @Nullable String asUser) {

    static final String JSON = "application/json";

    record Body(String contentType, String json) {}

    static Call get(String path) {
        return new Call("GET", path, JSON, null, null);
    }

    static Call post(String path, Map<String, Object> object) {
        return new Call("POST", path, JSON, new Body(JSON, Json.write(object)), null);
    }

    static Call delete(String path, Map<String, Object> options) {
        return new Call("DELETE", path, JSON, new Body(JSON, Json.write(options)), null);
    }

    static Call apply(String path, Map<String, Object> object) {
        return new Call("PATCH", path, JSON, new Body("application/apply-patch+yaml", Json.write(object)), null);
    }

    Call accepting(String types) {
        return new Call(method, path, types, body, asUser);
    }

    Call as(@Nullable String user) {
        return new Call(method, path, accept, body, user);
    }
}
