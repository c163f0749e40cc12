package dev.slipway.provisioning.web;

import dev.slipway.blueprint.Form;
import dev.slipway.blueprint.FormField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What a person has typed into a blueprint's form, as strings, by parameter. Kept apart from typed parameters so that
 * wrong input is shown again as it was typed.
 */
record FormInput(Map<String, List<String>> values) {

    /** Parameters are controls named {@code parameters.replicas}; the rest of the page's controls have no dot. */
    static final String PREFIX = "parameters.";

    static FormInput of(Form form, MultiValueMap<String, String> sent) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields()) {
            var given = sent.get(PREFIX + field.name());
            if (given != null) {
                values.put(field.name(), clean(field, given));
            }
        }
        return new FormInput(values);
    }

    static FormInput of(Form form, Map<String, Object> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields()) {
            var value = parameters.getOrDefault(field.name(), field.defaultValue());
            if (value != null) {
                values.put(field.name(), strings(value));
            }
        }
        return new FormInput(values);
    }

    /** This input where something was typed, {@code defaults} elsewhere. */
    FormInput over(FormInput defaults) {
        var values = new LinkedHashMap<>(defaults.values());
        values.putAll(this.values);
        return new FormInput(values);
    }

    /** Without what belongs to fields that do not matter with these values, so that nothing unseen is submitted. */
    FormInput thatMatters(Form form) {
        var values = new LinkedHashMap<>(this.values);
        form.fields().stream().filter(field -> !matters(field)).forEach(field -> values.remove(field.name()));
        return new FormInput(values);
    }

    /** Whether the other fields have the values for which this one is asked for. */
    boolean matters(FormField field) {
        return field.visibleWhen().entrySet().stream()
                .allMatch(other -> strings(other.getValue()).stream().anyMatch(of(other.getKey())::contains));
    }

    List<String> of(String field) {
        return values.getOrDefault(field, List.of());
    }

    private static List<String> clean(FormField field, List<String> given) {
        return switch (Widget.of(field)) {
            // an unchecked switch sends nothing, so a hidden "false" stands before it
            case SWITCH -> List.of(given.getLast());
            case LINES -> given.stream().flatMap(FormInput::lines).toList();
            case CHECKS -> given.stream().filter(value -> !value.isEmpty()).toList();
            default ->
                given.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
        };
    }

    private static Stream<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty());
    }

    private static List<String> strings(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.toList());
            default -> List.of(String.valueOf(value));
        };
    }
}
