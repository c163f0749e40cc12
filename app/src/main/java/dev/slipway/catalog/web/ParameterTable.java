package dev.slipway.catalog.web;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.FormField;
import dev.slipway.blueprint.Preset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a blueprint as a table: what each is called and for, what it takes, and what it is where one leaves it
 * alone or chooses a preset.
 */
record ParameterTable(List<String> presets, List<Row> rows) {

    static ParameterTable of(Blueprint blueprint) {
        return new ParameterTable(
                blueprint.presets().stream().map(Preset::title).toList(),
                blueprint.form().fields().stream()
                        .map(field -> row(field, blueprint.form().fields(), blueprint.presets()))
                        .toList());
    }

    private static Row row(FormField field, List<FormField> all, List<Preset> presets) {
        return new Row(
                field.title(),
                field.name(),
                field.description(),
                type(field),
                limits(field, all),
                field.required() && field.defaultValue() == null,
                Optional.ofNullable(field.defaultValue()).map(field::written).orElse(""),
                presets.stream()
                        .map(preset -> Optional.ofNullable(preset.parameters().get(field.name()))
                                .map(field::written)
                                .orElse(""))
                        .toList());
    }

    private static String type(FormField field) {
        if (field.source() != null) {
            return "one of the " + field.source();
        }
        if (!field.choices().isEmpty()) {
            return "one of " + field.choices().size();
        }
        return switch (field.type()) {
            case STRING -> "text";
            case BOOLEAN -> "yes or no";
            case INTEGER -> "whole number";
            case NUMBER -> "number";
            case LIST -> "several texts, one a line";
            case OBJECT -> "YAML or JSON";
        };
    }

    private static String limits(FormField field, List<FormField> all) {
        var limits = new ArrayList<String>();
        if (!field.choices().isEmpty()) {
            limits.add(field.choices().stream()
                    .map(choice -> field.withUnit(choice.label()))
                    .collect(Collectors.joining(", ")));
        }
        if (!field.sourceFilter().isEmpty()) {
            limits.add(field.sourceFilter().entrySet().stream()
                    .map(each -> "%s %s".formatted(each.getKey(), each.getValue()))
                    .collect(Collectors.joining(", ")));
        }
        between(number(field.minimum()), number(field.maximum()), field.unit()).ifPresent(limits::add);
        between(number(field.minLength()), number(field.maxLength()), "characters")
                .ifPresent(limits::add);
        if (field.step() != null && field.step().compareTo(BigDecimal.ONE) != 0) {
            limits.add("in steps of " + number(field.step()));
        }
        if (field.pattern() != null) {
            limits.add(field.patternMessage() != null ? field.patternMessage() : "as " + field.pattern());
        }
        if (!field.visibleWhen().isEmpty()) {
            limits.add(when(field, all));
        }
        return String.join("; ", limits);
    }

    private static Optional<String> between(@Nullable String least, @Nullable String most, @Nullable String unit) {
        var of = unit == null ? "" : "\u00a0" + unit;
        if (least != null && most != null) {
            return Optional.of("%s to %s%s".formatted(least, most, of));
        }
        if (least != null) {
            return Optional.of("at least %s%s".formatted(least, of));
        }
        return Optional.ofNullable(most).map(known -> "at most %s%s".formatted(known, of));
    }

    private static @Nullable String number(@Nullable Number value) {
        return value instanceof BigDecimal exact
                ? exact.stripTrailingZeros().toPlainString()
                : value == null ? null : value.toString();
    }

    private static String when(FormField field, List<FormField> all) {
        return field.visibleWhen().entrySet().stream()
                .map(each -> all.stream()
                        .filter(other -> other.name().equals(each.getKey()))
                        .findFirst()
                        .map(other -> "%s is %s".formatted(other.title(), other.written(each.getValue())))
                        .orElseGet(() -> "%s is %s".formatted(each.getKey(), each.getValue())))
                .collect(Collectors.joining(" and ", "only where ", ""));
    }

    /**
     * @param name as it is written in a program's call
     * @param needed whether one has to say it
     * @param standard what it is where one does not; may be empty
     * @param presets its value in each preset; empty where that leaves it alone
     */
    record Row(
            String title,
            String name,
            String description,
            String type,
            String limits,
            boolean needed,
            String standard,
            List<String> presets) {}
}
