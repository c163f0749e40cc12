package dev.slipway.provisioning.example;

import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.LaunchForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one person wants, as the form would have it. */
record ExampleInstance(
        String person,
        String team,
        String environment,
        String name,
        String blueprint,
        Map<String, String> parameters,
        String reason) {

    PersonId who() {
        return new PersonId(person);
    }

    LaunchForm form() {
        var input = new TreeMap<String, List<String>>();
        parameters.forEach((parameter, value) -> input.put(parameter, List.of(value)));
        return new LaunchForm(
                blueprint,
                Optional.empty(),
                new EnvironmentId(new TeamId(team), environment),
                Optional.empty(),
                name,
                input,
                Map.of(),
                Optional.empty(),
                reason);
    }

    /** The same at every start, so that it is submitted once. */
    String submissionKey() {
        return "example-" + name;
    }
}
