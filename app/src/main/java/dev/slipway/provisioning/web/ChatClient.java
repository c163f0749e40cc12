package dev.slipway.provisioning.web;

import dev.slipway.kernel.UnavailableException;
import dev.slipway.provisioning.ChatConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an OpenAI-compatible endpoint and passes its answer on piece by piece. */
@Component
class ChatClient {

    private static final String DATA = "data:";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JsonMapper json;

    ChatClient(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param more takes a piece of the answer and says whether anybody still listens
     * @throws UnavailableException when the endpoint gives no answer
     */
    ChatFigures ask(ChatConnection connection, List<ChatTurn> turns, Predicate<String> more) {
        var figures = ChatFigures.begin();
        try {
            var response = connection.service().client().send(request(connection, turns), BodyHandlers.ofLines());
            try (var lines = response.body()) {
                return response.statusCode() == 200 ? read(lines, figures, more) : refused(response.statusCode());
            }
        } catch (IOException away) {
            throw new UnavailableException("endpoint-away", "The connection to it broke off. Try again.", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("endpoint-away", "The portal is being stopped.", stopped);
        }
    }

    private static ChatFigures refused(int status) {
        var why = switch (status) {
            case 401, 403 -> "It did not accept the key (%d).";
            case 404, 502, 503, 504 -> "Nothing listens at its address at the moment (%d). Try again in a minute.";
            default -> "It answered with status %d.";
        };
        throw new UnavailableException("endpoint-refused", why.formatted(status));
    }

    private HttpRequest request(ChatConnection connection, List<ChatTurn> turns) {
        var base = connection.service().base().toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + connection.path() + "/chat/completions"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body(connection, turns))));
        if (!connection.apiKey().isEmpty()) {
            request.setHeader("Authorization", "Bearer " + connection.apiKey());
        }
        connection.service().headers().forEach(request::setHeader);
        return request.build();
    }

    private static Map<String, Object> body(ChatConnection connection, List<ChatTurn> turns) {
        var messages = turns.stream()
                .map(turn -> Map.of("role", turn.role(), "content", turn.text()))
                .toList();
        return Map.of(
                "model",
                connection.model(),
                "messages",
                messages,
                "temperature",
                0.2,
                "max_tokens",
                512,
                "stream",
                true,
                "stream_options",
                Map.of("include_usage", true));
    }

    private ChatFigures read(Stream<String> lines, ChatFigures begun, Predicate<String> more) {
        var figures = begun;
        for (var line : (Iterable<String>) lines::iterator) {
            var data = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : "";
            if (data.equals("[DONE]")) {
                break;
            }
            if (data.isEmpty()) {
                continue;
            }
            var chunk = json.readTree(data);
            var text = text(chunk);
            figures = figures.with(chunk, !text.isEmpty());
            if (!text.isEmpty() && !more.test(text)) {
                break;
            }
        }
        return figures.end();
    }

    private static String text(JsonNode chunk) {
        return chunk.path("choices").path(0).path("delta").path("content").asString("");
    }
}
