package dev.slipway.provisioning.web;

import dev.slipway.blueprint.FormField;
import java.math.BigDecimal;
import java.util.Locale;

/** How a field of a blueprint's form is filled in. */
enum Widget {
    /** Table of certified models with their licence and where their weights are. */
    MODELS,
    /** Instances of the same environment. */
    INSTANCES,
    SWITCH,
    SEGMENTED,
    /** One below the other, each with what it means. */
    RADIO,
    SELECT,
    CHECKS,
    STEPPER,
    NUMBER,
    TEXT,
    TEXTAREA,
    /** One entry a line. */
    LINES,
    /** Anything deeper, written as YAML. */
    CODE;

    private static final BigDecimal STEPPER_RANGE = BigDecimal.valueOf(128);
    private static final int LONG_TEXT = 200;

    static Widget of(FormField field) {
        if (field.source() != null) {
            return source(field.source());
        }
        return switch (field.type()) {
            case BOOLEAN -> SWITCH;
            case OBJECT -> CODE;
            case LIST -> field.choices().isEmpty() ? LINES : CHECKS;
            case INTEGER, NUMBER -> field.choices().isEmpty() ? number(field) : choice(field);
            case STRING -> field.choices().isEmpty() ? text(field) : choice(field);
        };
    }

    private static Widget source(String source) {
        return switch (source) {
            case "models" -> MODELS;
            case "instances" -> INSTANCES;
            default -> TEXT;
        };
    }

    private static Widget number(FormField field) {
        if (field.type() == FormField.Type.NUMBER || field.minimum() == null || field.maximum() == null) {
            return NUMBER;
        }
        return field.maximum().subtract(field.minimum()).compareTo(STEPPER_RANGE) <= 0 ? STEPPER : NUMBER;
    }

    private static Widget choice(FormField field) {
        if ("select".equals(field.widget())) {
            return SELECT;
        }
        if ("radio".equals(field.widget())) {
            return RADIO;
        }
        return "segmented".equals(field.widget()) || isShort(field) ? SEGMENTED : SELECT;
    }

    private static boolean isShort(FormField field) {
        var letters = field.choices().stream()
                .mapToInt(choice -> choice.label().length())
                .sum();
        return field.choices().size() <= 4 && letters <= 28;
    }

    private static Widget text(FormField field) {
        var isLong = field.maxLength() != null
                && field.maxLength() > LONG_TEXT
                && field.format() == null
                && field.pattern() == null;
        return "textarea".equals(field.widget()) || isLong ? TEXTAREA : TEXT;
    }

    /** As templates name it: {@code segmented}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
