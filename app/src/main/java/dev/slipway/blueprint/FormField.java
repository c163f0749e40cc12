package dev.slipway.blueprint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a {@link Form}; everything a page needs to choose a widget.
 *
 * @param name the parameter's name, which is the form control's name too
 * @param choices allowed values with their labels; empty when any value of the type goes
 * @param defaultValue as it stands in the schema
 * @param minimum smallest allowed number
 * @param step distance between allowed numbers
 * @param patternMessage what the pattern asks for, in words ({@code x-pattern-message})
 * @param source what the values come from ({@code x-source}): {@code models}, {@code instances}, …
 * @param sourceFilter narrows the source down ({@code x-filter}): {@code {kind: embedding}}
 * @param widget what the author would like to see ({@code x-widget}): {@code slider}, {@code textarea}, …
 * @param unit shown behind the value ({@code x-unit})
 * @param advanced put away at first ({@code x-advanced})
 * @param visibleWhen values of other parameters for which this one matters ({@code x-when}): {@code {generator: new}};
 *     empty when it always does
 */
public record FormField(
        String name,
        String title,
        String description,
        Type type,
        List<Choice> choices,
        boolean required,
        @Nullable Object defaultValue,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal step,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable String patternMessage,
        @Nullable String format,
        @Nullable String placeholder,
        @Nullable String source,
        Map<String, Object> sourceFilter,
        @Nullable String widget,
        @Nullable String unit,
        boolean advanced,
        Map<String, Object> visibleWhen) {

    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        /** Several strings. */
        LIST,
        /** Anything deeper; typed as YAML or JSON. */
        OBJECT
    }

    /** Whether it is asked for while the parameters have these values. */
    public boolean matters(Map<String, ?> values) {
        return visibleWhen.entrySet().stream()
                .allMatch(other -> texts(other.getValue()).contains(String.valueOf(values.get(other.getKey()))));
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** A value as the form says it: the label of a choice, yes and no, with its unit. */
    public String written(Object value) {
        return switch (value) {
            case Boolean is -> is ? "yes" : "no";
            case List<?> items -> items.stream().map(this::written).collect(Collectors.joining(", "));
            case Map<?, ?> object -> object.toString();
            default -> withUnit(label(value.toString()));
        };
    }

    private String label(String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    /** A number or a label with its unit behind it, where it has one. */
    public String withUnit(String value) {
        return unit == null || value.isEmpty() ? value : value + "\u00a0" + unit;
    }

    /**
     * One allowed value.
     *
     * @param value as it is submitted
     * @param label for people; the value itself where the author gave none
     */
    public record Choice(String value, String label, String description) {}
}
