package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A look at a value that may be absent, or of which nothing is certain. What is not certain is never found wrong. */
final class View {

    private final @Nullable Value value;
    private final boolean certain;
    private final Place place;

    private View(@Nullable Value value, boolean certain, Place place) {
        this.value = value;
        this.certain = certain;
        this.place = place;
    }

    static View of(Value value) {
        if (value instanceof Value.Written written && written.plain() == null) {
            return new View(null, true, value.place());
        }
        return switch (value) {
            case Value.Optional ignored -> new View(null, false, value.place());
            case Value.Choice ignored -> new View(null, false, value.place());
            case Value.Typed ignored -> new View(null, false, value.place());
            default -> new View(value, true, value.place());
        };
    }

    Place place() {
        return place;
    }

    boolean isAbsent() {
        return certain && value == null;
    }

    boolean isUnknown() {
        return !certain;
    }

    boolean isThere() {
        return value != null;
    }

    /** Absent, or there and empty. */
    boolean isEmpty() {
        return isAbsent()
                || switch (value) {
                    case Value.Sequence list -> list.complete() && list.items().isEmpty();
                    case Value.Structure map -> map.complete() && map.members().isEmpty();
                    case Value.Written written -> "".equals(written.plain());
                    case null -> false;
                    default -> false;
                };
    }

    View get(String name) {
        if (!(value instanceof Value.Structure structure)) {
            return new View(null, isAbsent(), place);
        }
        var member = structure.members().get(name);
        return member == null ? new View(null, structure.complete(), place) : of(member.value());
    }

    View get(String first, String... others) {
        var found = get(first);
        for (var other : others) {
            found = found.get(other);
        }
        return found;
    }

    /** The items that are known. */
    List<View> items() {
        return value instanceof Value.Sequence list
                ? list.items().stream().map(View::of).toList()
                : List.of();
    }

    /** Whether there is nothing besides what is known; also of what is absent. */
    boolean isComplete() {
        return isAbsent()
                || switch (value) {
                    case Value.Sequence list ->
                        list.complete() && list.items().stream().noneMatch(item -> of(item).isUnknown());
                    case Value.Structure map ->
                        map.complete()
                                && map.members().values().stream()
                                        .noneMatch(member -> of(member.value()).isUnknown()
                                                && member.value() instanceof Value.Optional);
                    case null -> false;
                    default -> false;
                };
    }

    /** The fields that are there, with the place of their keys. */
    Map<String, View> members() {
        var members = new LinkedHashMap<String, View>();
        if (value instanceof Value.Structure structure) {
            structure.members().forEach((name, member) -> {
                var view = of(member.value());
                if (!view.isAbsent()) {
                    members.put(name, view);
                }
            });
        }
        return members;
    }

    Place keyPlace(String name) {
        var member =
                value instanceof Value.Structure structure ? structure.members().get(name) : null;
        return member == null ? place : member.key();
    }

    /** A text that is written down whole. */
    Optional<String> text() {
        return value instanceof Value.Written written && written.plain() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A text that is written down, or what one that is composed could be. */
    Optional<String> sample() {
        return value instanceof Value.Composed composed ? Optional.of(composed.sample()) : text();
    }

    /** The same for texts that are always equal; empty where that is not known. */
    Optional<String> source() {
        return value instanceof Value.Composed composed
                ? Optional.of(composed.source()).filter(source -> !source.isEmpty())
                : text();
    }

    Optional<Long> number() {
        return value instanceof Value.Written written && written.plain() instanceof Long number
                ? Optional.of(number)
                : Optional.empty();
    }

    Optional<Boolean> truth() {
        return value instanceof Value.Written written && written.plain() instanceof Boolean truth
                ? Optional.of(truth)
                : Optional.empty();
    }

    /** What stands there, a number as text. */
    Optional<String> plain() {
        return value instanceof Value.Written written && written.plain() != null
                ? Optional.of(String.valueOf(written.plain()))
                : Optional.empty();
    }

    void each(String list, Consumer<View> check) {
        get(list).items().forEach(check);
    }
}
