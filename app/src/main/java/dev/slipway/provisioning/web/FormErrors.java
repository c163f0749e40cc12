package dev.slipway.provisioning.web;

import dev.slipway.blueprint.FieldError;
import dev.slipway.provisioning.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The id of the control to go to. */
    static String target(FieldError error) {
        return error.path().isEmpty() ? "launch" : control(error.path());
    }

    private static String control(String path) {
        return path.startsWith(FormInput.PREFIX) ? FormInput.PREFIX + parameter(path) : path;
    }

    /** {@code parameters.dataset.uri} is a matter of the field {@code dataset}. */
    private static String parameter(String path) {
        return path.substring(FormInput.PREFIX.length()).split("[.\\[/]", 2)[0];
    }
}
