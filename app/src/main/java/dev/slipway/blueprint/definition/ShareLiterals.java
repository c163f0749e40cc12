package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.expression.Quantity;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a share says without an expression; what expressions come to is seen when an instance is rendered. */
final class ShareLiterals {

    private static final List<String> ISOLATIONS = Arrays.stream(Needs.Isolation.values())
            .map(isolation -> isolation.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Diagnostics diagnostics;

    ShareLiterals(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void memory(Template memory) {
        var value = literal(memory);
        if (value != null && !isAmount(String.valueOf(value))) {
            refuse(memory, "'%s' is no amount of memory like 20Gi.".formatted(value));
        }
    }

    private static boolean isAmount(String text) {
        return Quantity.isOne(text) && Quantity.exact(text).signum() > 0;
    }

    void count(Template count) {
        if (literal(count) instanceof Long number && number < 0) {
            refuse(count, "There cannot be fewer than 0 of a share.");
        }
    }

    void isolation(Template isolation) {
        word(isolation, ISOLATIONS);
    }

    void modes(Template modes) {
        if (modes instanceof Template.Items items) {
            items.items().forEach(mode -> word(mode, Needs.MODES));
        }
    }

    private void word(Template written, List<String> allowed) {
        if (literal(written) instanceof String word) {
            diagnostics.isOneOf(written.place(), word, allowed);
        }
    }

    /** What is written down; nothing where there is an expression, or one that could not be read. */
    private static @Nullable Object literal(Template template) {
        return template instanceof Template.Literal literal ? literal.value() : null;
    }

    private void refuse(Template written, String message) {
        diagnostics.error(Code.S004, written.place(), message);
    }
}
