package dev.slipway.blueprint.expression;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one question may use up: steps, sizes and time. Not for use by several threads. */
public final class Budget {

    static final int LONGEST_TEXT = 64 * 1024;
    static final int MOST_ITEMS = 1_024;
    private static final int MOST_STEPS = 50_000;
    private static final int MOST_NODES = 200_000;
    private static final long MOST_CHARACTERS = 4L * 1024 * 1024;
    private static final long NANOS = 2_000_000_000L;

    private final long start = System.nanoTime();
    private int steps;
    private int nodes;
    private long characters;

    /** The bounds were met. */
    public static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExceededException(String message) {
            super(message, null, false, false);
        }
    }

    void step(@Nullable Object result) {
        if (++steps > MOST_STEPS || ((steps & 0xff) == 0 && System.nanoTime() - start > NANOS)) {
            throw new ExceededException("the expressions take too long");
        }
        checkSize(result);
    }

    static void checkSize(@Nullable Object value) {
        var large = (value instanceof String text && text.length() > LONGEST_TEXT)
                || (value instanceof Collection<?> items && items.size() > MOST_ITEMS)
                || (value instanceof Map<?, ?> map && map.size() > MOST_ITEMS);
        if (large) {
            throw new ExceededException("a value of an expression becomes too large");
        }
    }

    /** Counts a part of what is rendered. */
    public void node(@Nullable Object value) {
        characters += value instanceof String text ? text.length() : 8;
        if (++nodes > MOST_NODES || characters > MOST_CHARACTERS) {
            throw new ExceededException("what is rendered becomes too large");
        }
    }
}
