package dev.slipway.blueprint.conformity;

import dev.cel.common.types.CelKind;
import dev.slipway.blueprint.source.Place;
import java.util.List;

/** Texts that are composed of several values. */
final class Texts {

    private Texts() {}

    /** What comes of writing these values one behind the other. */
    static Value join(List<Value> parts, Place place) {
        var sample = new StringBuilder();
        var source = new StringBuilder();
        var isWritten = true;
        var isOpen = false;
        var isTraced = true;
        for (var part : parts) {
            switch (part) {
                case Value.Written written -> {
                    sample.append(written.plain());
                    source.append(written.plain());
                }
                case Value.Composed composed -> {
                    isWritten = false;
                    isOpen |= composed.open();
                    isTraced &= !composed.source().isEmpty();
                    sample.append(composed.sample());
                    source.append(composed.source());
                }
                case Value.Typed typed -> {
                    isWritten = false;
                    isOpen |= typed.type().kind() != CelKind.INT;
                    sample.append(sample(typed));
                    isTraced = false;
                }
                case Value.Choice ignored -> {
                    return Values.text(place);
                }
                case Value.Optional ignored -> {
                    return new Value.Optional(Values.text(place), place);
                }
                case Value.Sequence ignored -> {
                    return Values.text(place);
                }
                case Value.Structure ignored -> {
                    return Values.text(place);
                }
            }
        }
        return isWritten
                ? new Value.Written(sample.toString(), place)
                : new Value.Composed(sample.toString(), isTraced ? source.toString() : "", isOpen, place);
    }

    private static String sample(Value.Typed typed) {
        return switch (typed.type().kind()) {
            case INT -> "1";
            case BOOL -> "true";
            default -> "a";
        };
    }
}
