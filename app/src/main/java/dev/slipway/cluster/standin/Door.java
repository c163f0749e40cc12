package dev.slipway.cluster.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes the requests: {@code /NAMESPACE/SERVICE/PORT/v1/chat/completions} and the like. */
final class Door implements HttpHandler {

    private final Cluster cluster;

    Door(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/", 5);
            if (path.length < 5) {
                refuse(exchange, 404, "not_found_error", "There is nothing here");
                return;
            }
            answer(exchange, new Backend(cluster, path[1], path[2]), "/" + path[4]);
        } catch (ClusterException away) {
            refuse(exchange, 503, "service_unavailable", String.valueOf(away.getMessage()));
        }
    }

    private static void answer(HttpExchange exchange, Backend backend, String path) throws IOException {
        if (!backend.isReady()) {
            refuse(exchange, 503, "service_unavailable", "No pod of this service is ready");
        } else if (path.equals("/health")) {
            send(exchange, 200, "text/plain", "");
        } else if (!backend.accepts(exchange.getRequestHeaders().getFirst("Authorization"))) {
            refuse(exchange, 401, "invalid_request_error", "Unauthorized");
        } else {
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /v1/models" -> json(exchange, 200, Answers.models(backend.model()));
                case "POST /v1/chat/completions" -> chat(exchange, backend);
                default -> refuse(exchange, 404, "not_found_error", "Not Found");
            }
        }
    }

    private static void chat(HttpExchange exchange, Backend backend) throws IOException {
        Map<String, Object> request;
        try {
            request = JsonMapper.shared()
                    .readValue(exchange.getRequestBody(), new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException broken) {
            refuse(exchange, 400, "invalid_request_error", "The request is not JSON");
            return;
        }
        var answer = Answers.to(request, backend.model());
        if (Boolean.TRUE.equals(request.get("stream"))) {
            stream(exchange, answer.chunks());
        } else {
            json(exchange, 200, answer.whole());
        }
    }

    private static void stream(HttpExchange exchange, List<Map<String, Object>> chunks) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            for (var chunk : chunks) {
                body.write(("data: " + JsonMapper.shared().writeValueAsString(chunk) + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
                body.flush();
                Thread.sleep(Answers.BETWEEN_WORDS);
            }
            body.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpExchange exchange, int code, String type, String message) throws IOException {
        json(exchange, code, Map.of("error", Map.of("message", message, "type", type, "code", code)));
    }

    private static void json(HttpExchange exchange, int code, Object body) throws IOException {
        send(exchange, code, "application/json", JsonMapper.shared().writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
