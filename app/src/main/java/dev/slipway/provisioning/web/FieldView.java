package dev.slipway.provisioning.web;

import dev.slipway.blueprint.FormField;
import dev.slipway.shell.ui.Choice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One field of the form as the page draws it: what the blueprint says of it, what was typed, what is wrong with it.
 *
 * @param matters whether it is asked for with what the other fields say
 */
record FieldView(FormField field, List<String> values, boolean matters, Optional<String> error) {

    public String name() {
        return FormInput.PREFIX + field.name();
    }

    /** The same as the name; components build on either. */
    public String id() {
        return name();
    }

    /** What a link to the field goes to: its control, or the first of them where there are several. */
    String target() {
        return switch (Widget.of(field)) {
            case MODELS -> id() + "-field";
            case SEGMENTED, RADIO, CHECKS ->
                field.choices().isEmpty()
                        ? id() + "-field"
                        : id() + "-" + field.choices().getFirst().value();
            case INSTANCES, SWITCH, SELECT, STEPPER, NUMBER, TEXT, TEXTAREA, LINES, CODE -> id();
        };
    }

    public List<Choice> options() {
        return field.choices().stream()
                .map(choice -> Choice.of(choice.value(), measured(choice.label())))
                .toList();
    }

    private String measured(String label) {
        return field.unit() == null ? label : label + '\u00a0' + field.unit();
    }

    /** The fields and values for which this one is asked for, as a query string; null where it always is. */
    public @Nullable String when() {
        if (field.visibleWhen().isEmpty()) {
            return null;
        }
        var query = UriComponentsBuilder.newInstance();
        field.visibleWhen()
                .forEach((other, value) -> query.queryParam(
                        FormInput.PREFIX + other, value instanceof Collection<?> several ? several : List.of(value)));
        return query.encode().toUriString().substring(1);
    }

    /** Whether leaving it empty is an answer of its own. */
    public boolean mayBeNone() {
        return !field.required()
                && field.defaultValue() == null
                && field.visibleWhen().isEmpty();
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
