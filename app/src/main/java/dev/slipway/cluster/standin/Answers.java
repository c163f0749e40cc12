package dev.slipway.cluster.standin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the stand-in says, in OpenAI's form. */
final class Answers {

    static final Duration BETWEEN_WORDS = Duration.ofMillis(25);

    private final String model;
    private final String text;
    private final int asked;

    private Answers(String model, String text, int asked) {
        this.model = model;
        this.text = text;
        this.asked = asked;
    }

    static Answers to(Map<String, Object> request, String model) {
        var said = lastMessage(request);
        var text = "This is a stand-in: no model runs on this cluster, so that Slipway can be tried out without GPUs. "
                + "Your key was accepted, the endpoint %s is ready, and this text was streamed to you. You wrote: %s"
                        .formatted(model, said);
        return new Answers(model, text, words(said).size());
    }

    private static String lastMessage(Map<String, Object> request) {
        if (request.get("messages") instanceof List<?> messages
                && !messages.isEmpty()
                && messages.getLast() instanceof Map<?, ?> last
                && last.get("content") instanceof String content) {
            return content.length() > 500 ? content.substring(0, 500) + " …" : content;
        }
        return "nothing";
    }

    static Map<String, Object> models(String model) {
        var entry = Map.of("id", model, "object", "model", "created", 0, "owned_by", "slipway-stand-in");
        return Map.of("object", "list", "data", List.of(entry));
    }

    Map<String, Object> whole() {
        var answer = envelope("chat.completion");
        answer.put(
                "choices",
                List.of(Map.of(
                        "index", 0, "message", Map.of("role", "assistant", "content", text), "finish_reason", "stop")));
        answer.put("usage", usage());
        return answer;
    }

    List<Map<String, Object>> chunks() {
        var chunks = new ArrayList<Map<String, Object>>();
        chunks.add(chunk(Map.of("role", "assistant", "content", "")));
        words(text).forEach(word -> chunks.add(chunk(Map.of("content", word))));
        var last = envelope("chat.completion.chunk");
        last.put("choices", List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", "stop")));
        last.put("usage", usage());
        chunks.add(last);
        return chunks;
    }

    private Map<String, Object> chunk(Map<String, Object> delta) {
        var chunk = envelope("chat.completion.chunk");
        chunk.put("choices", List.of(Map.of("index", 0, "delta", delta)));
        return chunk;
    }

    private Map<String, Object> envelope(String object) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("id", "chatcmpl-stand-in");
        envelope.put("object", object);
        envelope.put("created", 0);
        envelope.put("model", model);
        return envelope;
    }

    private Map<String, Object> usage() {
        var told = words(text).size();
        return Map.of("prompt_tokens", asked, "completion_tokens", told, "total_tokens", asked + told);
    }

    /** With the spaces before them, so that they join to the text again. */
    private static List<String> words(String text) {
        return List.of(text.split("(?= )", -1));
    }
}
