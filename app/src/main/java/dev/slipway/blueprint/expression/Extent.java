package dev.slipway.blueprint.expression;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;

/** How much there is to check in a blueprint and its tests: checking costs far more than reading. */
final class Extent {

    private static final int MOST_EXPRESSIONS = 1_000;
    private static final int MOST_CHARACTERS = 32 * 1024;

    private int expressions;
    private int characters;
    private int read;

    /** Whether one more may be checked; the first that may not is said. */
    boolean take(String source, Place place, Diagnostics diagnostics) {
        expressions++;
        characters += source.length();
        if (isFull()) {
            diagnostics.error(
                    Code.S007,
                    place,
                    "There are more than %d expressions, or more than %d characters of them."
                            .formatted(MOST_EXPRESSIONS, MOST_CHARACTERS));
        }
        return !isFull();
    }

    /** Whether one more may be read without being checked; whoever is refused will be told when it is checked. */
    boolean mayBeRead(String source) {
        return ++read <= MOST_EXPRESSIONS && source.length() <= Dialect.LONGEST;
    }

    /** Whether nothing more is checked, which has been said. */
    boolean isFull() {
        return expressions > MOST_EXPRESSIONS || characters > MOST_CHARACTERS;
    }
}
