package dev.slipway.blueprint.expression;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as YAML and JSON hold them: maps, lists, strings, longs, doubles, booleans. */
public final class Plain {

    private Plain() {}

    /**
     * A copy of what an expression gave, counted against the budget; {@code null} stands for what is to be left out.
     */
    public static @Nullable Object of(@Nullable Object value, Budget budget) {
        budget.node(value);
        return switch (value) {
            case null -> null;
            case NullValue ignored -> null;
            case Optional<?> optional -> of(optional.orElse(null), budget);
            case Map<?, ?> map -> map(map, budget);
            case Iterable<?> list -> list(list, budget);
            case UnsignedLong number -> number.longValue();
            case Integer number -> number.longValue();
            case String text -> text;
            case Long number -> number;
            case Double number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    /** Integers become longs, floats doubles, at any depth. */
    public static @Nullable Object widen(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case java.math.BigInteger number -> number.longValueExact();
            case Float number -> number.doubleValue();
            case java.math.BigDecimal number -> number.doubleValue();
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), widen(item)));
                yield copy;
            }
            case Iterable<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(widen(item)));
                yield copy;
            }
            default -> value;
        };
    }

    private static Map<String, Object> map(Map<?, ?> map, Budget budget) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, item) -> {
            var plain = of(item, budget);
            if (plain != null) {
                copy.put(String.valueOf(key), plain);
            }
        });
        return copy;
    }

    private static List<Object> list(Iterable<?> list, Budget budget) {
        var copy = new ArrayList<Object>();
        for (var item : list) {
            var plain = of(item, budget);
            if (plain != null) {
                copy.add(plain);
            }
        }
        return copy;
    }
}
