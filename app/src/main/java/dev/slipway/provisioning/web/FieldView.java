package dev.slipway.provisioning.web;

import dev.slipway.blueprint.FormField;
import dev.slipway.shell.ui.Choice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One field of the form as the page draws it: what the blueprint says of it, what was typed, what is wrong with it. */
record FieldView(FormField field, List<String> values, Optional<String> error) {

    public String name() {
        return FormInput.PREFIX + field.name();
    }

    /** The same as the name; components build on either. */
    public String id() {
        return name();
    }

    public List<Choice> options() {
        return field.choices().stream()
                .map(choice -> Choice.of(choice.value(), choice.label()))
                .toList();
    }

    public String widget() {
        return Widget.of(field).word();
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public String lines() {
        return String.join("\n", values);
    }

    public boolean on() {
        return "true".equals(value());
    }

    public boolean chosen(String choice) {
        return values.contains(choice);
    }

    public @Nullable String minimum() {
        return field.minimum() == null ? null : field.minimum().toPlainString();
    }

    public @Nullable String maximum() {
        return field.maximum() == null ? null : field.maximum().toPlainString();
    }
}
