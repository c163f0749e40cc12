package dev.slipway.provisioning.web;

import dev.slipway.blueprint.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step of the form with its fields, the rarely needed ones apart. */
record FormSection(String title, List<FieldView> fields, List<FieldView> advanced) {

    static List<FormSection> of(Form form, FormInput input, Map<String, String> errors) {
        return form.steps().stream().map(step -> of(step, input, errors)).toList();
    }

    private static FormSection of(Form.Step step, FormInput input, Map<String, String> errors) {
        var fields = step.fields().stream()
                .map(field -> new FieldView(
                        field,
                        input.of(field.name()),
                        input.matters(field),
                        Optional.ofNullable(errors.get(field.name()))))
                .toList();
        return new FormSection(
                step.title(),
                fields.stream().filter(view -> !view.field().advanced()).toList(),
                fields.stream().filter(view -> view.field().advanced()).toList());
    }

    public List<FieldView> all() {
        return Stream.concat(fields.stream(), advanced.stream()).toList();
    }

    /** Whether what is put away has to be seen. */
    public boolean advancedWrong() {
        return advanced.stream().anyMatch(field -> field.error().isPresent());
    }

    public String advancedTitles() {
        return advanced.stream().map(view -> view.field().title()).collect(Collectors.joining(", "));
    }
}
