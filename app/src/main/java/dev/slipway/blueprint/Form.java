package dev.slipway.blueprint;

import java.util.List;
import java.util.Optional;

/** The form that the parameters schema describes, in the author's steps. */
public record Form(List<Step> steps) {

    public record Step(String title, List<FormField> fields) {}

    public List<FormField> fields() {
        return steps.stream().flatMap(step -> step.fields().stream()).toList();
    }

    public Optional<FormField> field(String name) {
        return fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
