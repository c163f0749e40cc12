package dev.slipway.blueprint.conformity;

import dev.cel.common.types.CelType;
import dev.slipway.blueprint.source.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a value of a template before it is rendered. */
sealed interface Value {

    Place place();

    /** A single value that is written down; {@code null} is left out of the object. */
    record Written(@Nullable Object plain, Place place) implements Value {}

    /**
     * A text that is composed of what is written down and what is computed.
     *
     * @param sample what it could be
     * @param source the same for texts that are always equal; empty text where that is not known
     * @param open whether the computed parts may hold any text, and not just numbers
     */
    record Composed(String sample, String source, boolean open, Place place) implements Value {}

    /** Anything of a type. */
    record Typed(CelType type, Place place) implements Value {}

    /**
     * A list.
     *
     * @param complete whether these are all items
     */
    record Sequence(List<Value> items, boolean complete, Place place) implements Value {}

    /**
     * A mapping.
     *
     * @param complete whether these are all fields
     */
    record Structure(Map<String, Member> members, boolean complete, Place place) implements Value {}

    /** A field of a mapping, with the place of its key. */
    record Member(Place key, Value value) {}

    /** One of several, as parameters decide. */
    record Choice(List<Value> options, Place place) implements Value {}

    /** What may be left out. */
    record Optional(Value value, Place place) implements Value {}
}
