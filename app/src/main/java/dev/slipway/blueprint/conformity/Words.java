package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.expression.Problems;
import dev.slipway.blueprint.schema.Schema;

/** Types in the words of people. */
final class Words {

    private Words() {}

    static String of(Schema schema) {
        return switch (schema) {
            case Schema.Text ignored -> "text";
            case Schema.Whole ignored -> "a whole number";
            case Schema.Decimal ignored -> "a number";
            case Schema.Truth ignored -> "true or false";
            case Schema.WholeOrText ignored -> "a whole number or text";
            case Schema.Amount ignored -> "an amount like 500m or 4Gi";
            case Schema.Items ignored -> "a list";
            case Schema.Entries ignored -> "a mapping";
            case Schema.Fields ignored -> "a mapping";
            case Schema.Anything ignored -> "anything";
        };
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Written written -> plain(written);
            case Value.Composed ignored -> "text";
            case Value.Typed typed -> Problems.words(typed.type());
            case Value.Sequence ignored -> "a list";
            case Value.Structure ignored -> "a mapping";
            case Value.Choice ignored -> "one of several";
            case Value.Optional ignored -> "a value that may be absent";
        };
    }

    private static String plain(Value.Written written) {
        return switch (written.plain()) {
            case String ignored -> "text";
            case Long ignored -> "a whole number";
            case Double ignored -> "a number with a fraction";
            case Boolean ignored -> "true or false";
            case null -> "nothing";
            default -> "nothing";
        };
    }
}
