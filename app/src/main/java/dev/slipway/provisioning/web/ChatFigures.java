package dev.slipway.provisioning.web;

import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer took.
 *
 * @param pieces how many came; stands for the tokens where the endpoint does not count them
 */
record ChatFigures(long begun, @Nullable Long first, long ended, long tokensIn, long tokensOut, long pieces) {

    static ChatFigures begin() {
        return new ChatFigures(System.nanoTime(), null, 0, 0, 0, 0);
    }

    ChatFigures with(JsonNode chunk, boolean text) {
        var usage = chunk.path("usage");
        return new ChatFigures(
                begun,
                first == null && text ? Long.valueOf(System.nanoTime()) : first,
                ended,
                usage.path("prompt_tokens").asLong(tokensIn),
                usage.path("completion_tokens").asLong(tokensOut),
                text ? pieces + 1 : pieces);
    }

    ChatFigures end() {
        return new ChatFigures(begun, first, System.nanoTime(), tokensIn, tokensOut, pieces);
    }

    /** {@code 118 tokens in · 64 out · first token 143 ms · 74 tokens/s}. */
    String sentence() {
        var parts = new ArrayList<String>();
        if (tokensIn > 0) {
            parts.add(tokensIn + "\u00a0tokens in");
        }
        var out = tokensOut > 0 ? tokensOut : pieces;
        parts.add(out + "\u00a0out");
        if (first != null) {
            parts.add("first token " + Duration.ofNanos(first - begun).toMillis() + "\u00a0ms");
            var millis = Duration.ofNanos(ended - first).toMillis();
            if (millis > 0) {
                parts.add(out * 1000 / millis + "\u00a0tokens/s");
            }
        }
        return String.join(" · ", parts);
    }
}
