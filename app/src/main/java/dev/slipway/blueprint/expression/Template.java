package dev.slipway.blueprint.expression;

import dev.slipway.blueprint.source.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value of the blueprint's file with the expressions in it. */
public sealed interface Template {

    Place place();

    /** All expressions in it. */
    Stream<Expression> expressions();

    record Literal(@Nullable Object value, Place place) implements Template {
        @Override
        public Stream<Expression> expressions() {
            return Stream.of();
        }
    }

    /** The value of an expression, with its type. */
    record Whole(Expression expression, Place place) implements Template {
        @Override
        public Stream<Expression> expressions() {
            return Stream.of(expression);
        }
    }

    /** Text joined out of parts. */
    record Joined(List<Part> parts, Place place) implements Template {
        @Override
        public Stream<Expression> expressions() {
            return parts.stream()
                    .flatMap(part -> part instanceof Value value ? Stream.of(value.expression()) : Stream.of());
        }
    }

    record Items(List<Template> items, Place place) implements Template {
        @Override
        public Stream<Expression> expressions() {
            return items.stream().flatMap(Template::expressions);
        }
    }

    /**
     * A mapping.
     *
     * @param keys where each key stands
     */
    record Fields(Map<String, Template> fields, Map<String, Place> keys, Place place) implements Template {
        @Override
        public Stream<Expression> expressions() {
            return fields.values().stream().flatMap(Template::expressions);
        }
    }

    /** A part of a joined text. */
    sealed interface Part {}

    record Text(String text) implements Part {}

    record Value(Expression expression) implements Part {}
}
