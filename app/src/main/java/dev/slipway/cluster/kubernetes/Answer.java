package dev.slipway.cluster.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * @param warnings as the API server wrote them into {@code Warning} headers
 */
record Answer(int code, String body, List<String> warnings) {

    boolean successful() {
        return code >= 200 && code < 300;
    }

    Map<String, Object> object() {
        return Json.object(body);
    }
}
