package dev.slipway.provisioning.web;

import dev.slipway.blueprint.FieldError;
import dev.slipway.provisioning.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with the form, for its fields and for the summary above it.
 *
 * @param all in the order of the plan
 */
record FormErrors(List<FieldError> all) {

    static FormErrors of(Plan plan) {
        return new FormErrors(plan.errors());
    }

    /** By parameter, the first one of each. */
    Map<String, String> ofParameters() {
        var messages = new LinkedHashMap<String, String>();
        all.stream()
                .filter(error -> error.path().startsWith(FormInput.PREFIX))
                .forEach(error -> messages.putIfAbsent(parameter(error.path()), error.message()));
        return messages;
    }

    Optional<String> of(String control) {
        return all.stream()
                .filter(error -> error.path().equals(control))
                .map(FieldError::message)
                .findFirst();
    }

    /** Without those about what is still empty: nobody has got there yet. */
    FormErrors ofWhatIsTyped(LaunchRequest request) {
        return new FormErrors(all.stream()
                .filter(error -> request.get(control(error.path())).isPresent())
                .toList());
    }

    /** What is wrong only because nothing stands there yet, in the order of the form. */
    List<Rail.Open> ofWhatIsEmpty(String name, List<FormSection> sections) {
        var open = new ArrayList<Rail.Open>();
        fields(sections)
                .filter(field -> field.values().isEmpty())
                .forEach(field -> all.stream()
                        .filter(error -> error.path().equals(field.name()))
                        .findFirst()
                        .ifPresent(error -> open.add(
                                new Rail.Open(field.target(), field.field().title(), error.message()))));
        of("name").filter(message -> name.isBlank()).ifPresent(message -> open.add(new Rail.Open("name", "", message)));
        return open;
    }

    /** For the summary: each with the id of the control to go to. */
    List<dev.slipway.shell.ui.FieldError> linked(List<FormSection> sections) {
        return all.stream()
                .map(error -> new dev.slipway.shell.ui.FieldError(target(error, sections), error.message()))
                .toList();
    }

    private static String target(FieldError error, List<FormSection> sections) {
        var control = control(error.path());
        return error.path().isEmpty()
                ? "launch"
                : fields(sections)
                        .filter(field -> field.name().equals(control))
                        .map(FieldView::target)
                        .findFirst()
                        .orElse(control);
    }

    private static Stream<FieldView> fields(List<FormSection> sections) {
        return sections.stream().flatMap(section -> section.all().stream());
    }

    private static String control(String path) {
        return path.startsWith(FormInput.PREFIX) ? FormInput.PREFIX + parameter(path) : path;
    }

    /** {@code parameters.dataset.uri} is a matter of the field {@code dataset}. */
    private static String parameter(String path) {
        return path.substring(FormInput.PREFIX.length()).split("[.\\[/]", 2)[0];
    }
}
