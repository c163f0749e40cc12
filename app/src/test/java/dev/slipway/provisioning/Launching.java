package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.TeamRole;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Launches instances as a member of Claims would, and waits for what becomes of them. */
class Launching {

    static final TeamId CLAIMS = new TeamId("claims");
    static final EnvironmentId TEST = new EnvironmentId(CLAIMS, "test");
    static final Caller MIRA = new Caller(
            new PersonId("mira.okafor"),
            "Mira Okafor",
            Set.of(),
            Map.of(CLAIMS, TeamRole.DEVELOPER),
            ApproverScope.NONE);
    static final Caller TOMASZ =
            new Caller(new PersonId("tomasz.nowak"), "Tomasz Nowak", Set.of(), Map.of(), ApproverScope.ALL);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Instances instances;

    Launching(Instances instances) {
        this.instances = instances;
    }

    static LaunchForm form(String name, Map<String, String> parameters) {
        var input = new HashMap<String, List<String>>();
        input.put("model", List.of("llama-3.1-8b-instruct"));
        parameters.forEach((key, value) -> input.put(key, List.of(value)));
        return new LaunchForm(
                "inference-endpoint",
                Optional.empty(),
                TEST,
                Optional.empty(),
                name,
                input,
                Map.of(),
                Optional.empty(),
                "For the tests");
    }

    InstanceId launch(String name) {
        return launch(form(name, Map.of()));
    }

    InstanceId launch(LaunchForm form) {
        return accepted(instances.submit(MIRA, form, UUID.randomUUID().toString()));
    }

    static InstanceId accepted(Submission submission) {
        return switch (submission) {
            case Submission.Accepted accepted -> accepted.instance();
            case Submission.Refused refused ->
                throw new AssertionError(
                        refused.plan().verdict() + " " + refused.plan().errors());
        };
    }

    InstanceView await(InstanceId id, InstanceState state) {
        var end = Instant.now().plus(PATIENCE);
        var view = instances.get(MIRA, id);
        while (view.state() != state && Instant.now().isBefore(end)) {
            pause();
            view = instances.get(MIRA, id);
        }
        assertThat(view.state()).as("%s: %s", view.name(), view.sentence()).isEqualTo(state);
        return view;
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
