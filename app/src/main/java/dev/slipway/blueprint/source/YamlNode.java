package dev.slipway.blueprint.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document that knows where it stands. */
public sealed interface YamlNode {

    Place place();

    /** As plain maps, lists, strings, longs, doubles and booleans. */
    @Nullable
    Object plain();

    /**
     * A single value.
     *
     * @param at the place of a character of a text
     */
    record Scalar(@Nullable Object plain, Place place, IntFunction<Place> at) implements YamlNode {}

    record Sequence(List<YamlNode> items, Place place) implements YamlNode {
        @Override
        public List<@Nullable Object> plain() {
            var list = new ArrayList<@Nullable Object>();
            items.forEach(item -> list.add(item.plain()));
            return list;
        }
    }

    record Mapping(Map<String, Field> fields, Place place) implements YamlNode {
        @Override
        public Map<String, @Nullable Object> plain() {
            var map = new LinkedHashMap<String, @Nullable Object>();
            fields.forEach((name, field) -> map.put(name, field.value().plain()));
            return map;
        }

        public Optional<YamlNode> get(String name) {
            return Optional.ofNullable(fields.get(name)).map(Field::value);
        }
    }

    /** A value of a mapping, with the place of its key. */
    record Field(Place place, YamlNode value) {}

    /** The node that a document path like {@code spec.resources[0].id} leads to, or the last one on the way. */
    static YamlNode find(YamlNode from, List<String> steps) {
        var node = from;
        for (var step : steps) {
            var next = switch (node) {
                case Mapping mapping -> mapping.get(step);
                case Sequence sequence -> item(sequence, step);
                case Scalar ignored -> Optional.<YamlNode>empty();
            };
            if (next.isEmpty()) {
                return node;
            }
            node = next.get();
        }
        return node;
    }

    private static Optional<YamlNode> item(Sequence sequence, String step) {
        var isIndex = !step.isEmpty() && step.length() < 9 && step.chars().allMatch(Character::isDigit);
        if (!isIndex || Integer.parseInt(step) >= sequence.items().size()) {
            return Optional.empty();
        }
        return Optional.of(sequence.items().get(Integer.parseInt(step)));
    }
}
