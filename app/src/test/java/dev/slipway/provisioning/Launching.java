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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Launches instances as a member of their team would, and waits for what becomes of them. */
class Launching {

    static final TeamId CLAIMS = new TeamId("claims");
    static final EnvironmentId TEST = new EnvironmentId(CLAIMS, "test");
    static final Caller MIRA = member("mira.okafor", "Mira Okafor", CLAIMS);
    static final Caller TOMASZ =
            new Caller(new PersonId("tomasz.nowak"), "Tomasz Nowak", Set.of(), Map.of(), ApproverScope.ALL);

    private static final TeamId FRAUD = new TeamId("fraud");
    private static final Map<TeamId, Caller> MEMBERS =
            Map.of(CLAIMS, MIRA, FRAUD, member("priya.raman", "Priya Raman", FRAUD));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instances instances;

    Launching(Instances instances) {
        this.instances = instances;
    }

    private static Caller member(String id, String name, TeamId team) {
        return new Caller(new PersonId(id), name, Set.of(), Map.of(team, TeamRole.DEVELOPER), ApproverScope.NONE);
    }

    private static Caller memberOf(TeamId team) {
        return Objects.requireNonNull(MEMBERS.get(team));
    }

    static LaunchForm form(String name, Map<String, String> parameters) {
        return form(TEST, name, parameters);
    }

    static LaunchForm form(EnvironmentId environment, String name, Map<String, String> parameters) {
        return form("inference-endpoint", environment, name, parameters);
    }

    /** One that a quarter of a GPU is enough for. */
    static LaunchForm small(String name) {
        return form(TEST, name, Map.of("model", "qwen3-4b-instruct", "context", "8192", "sequences", "4"));
    }

    /** A stack that answers with an endpoint which is there already. */
    static LaunchForm stack(String name, String endpoint) {
        var parameters = Map.of(
                "documents",
                "registry.slipway.internal/documents/handbook:2026-11",
                "generator",
                "existing",
                "generatorInstance",
                endpoint);
        return form("rag-stack", TEST, name, parameters);
    }

    static LaunchForm form(String name, Map<String, String> parameters, String reason) {
        return with(form(name, parameters), Map.of(), Optional.empty(), reason);
    }

    static LaunchForm choosing(String name, Map<String, String> shares) {
        return with(form(name, Map.of()), shares, Optional.empty(), "");
    }

    static LaunchForm until(String name, Instant expires) {
        return with(form(name, Map.of()), Map.of(), Optional.of(expires), "");
    }

    private static LaunchForm with(
            LaunchForm form, Map<String, String> shares, Optional<Instant> expires, String reason) {
        return new LaunchForm(
                form.blueprint(),
                form.version(),
                form.environment(),
                form.cluster(),
                form.name(),
                form.input(),
                shares,
                expires,
                reason);
    }

    static LaunchForm training(String name) {
        return form("fine-tune-job", TEST, name, Map.of("dataset", "registry.slipway.internal/datasets/claims:v3"));
    }

    private static LaunchForm form(
            String blueprint, EnvironmentId environment, String name, Map<String, String> parameters) {
        var input = new HashMap<String, List<String>>();
        if (!blueprint.equals("rag-stack")) {
            input.put("model", List.of("llama-3.1-8b-instruct"));
        }
        parameters.forEach((key, value) -> input.put(key, List.of(value)));
        return new LaunchForm(
                blueprint,
                Optional.empty(),
                environment,
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

    /** Of a version that is not the newest. */
    InstanceId launch(String name, String version) {
        var form = form(name, Map.of());
        return launch(new LaunchForm(
                form.blueprint(),
                Optional.of(version),
                form.environment(),
                form.cluster(),
                form.name(),
                form.input(),
                form.shares(),
                form.expires(),
                form.reason()));
    }

    InstanceId launch(LaunchForm form) {
        return accepted(instances.submit(
                memberOf(form.environment().team()), form, UUID.randomUUID().toString()));
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
        waitFor(() -> view(id).state() == state);
        var view = view(id);
        assertThat(view.state()).as("%s: %s", view.name(), view.sentence()).isEqualTo(state);
        return view;
    }

    private InstanceView view(InstanceId id) {
        return instances.get(Caller.SYSTEM, id);
    }

    void change(InstanceId id, Map<String, String> parameters) {
        accepted(tryChange(id, parameters));
    }

    Submission tryChange(InstanceId id, Map<String, String> parameters) {
        var form = instances.formOf(MIRA, id);
        var input = new HashMap<>(form.input());
        parameters.forEach((key, value) -> input.put(key, List.of(value)));
        return instances.change(
                MIRA,
                id,
                new ChangeForm(form.baseRevision(), input, form.shares(), ""),
                UUID.randomUUID().toString());
    }

    /** Ends whatever a test has left. */
    void endAll() {
        var left = instances.list(Caller.SYSTEM, InstanceFilter.ALL);
        left.forEach(this::delete);
        left.stream()
                .filter(view -> view.state() != InstanceState.REQUESTED)
                .forEach(view -> await(view.id(), InstanceState.DELETED));
    }

    void end(InstanceId id) {
        delete(view(id));
        await(id, InstanceState.DELETED);
    }

    private void delete(InstanceView view) {
        instances.delete(memberOf(view.environment().team()), view.id());
    }

    /** Waits until it is so. */
    static void until(BooleanSupplier condition) {
        assertThat(waitFor(condition)).as("came true within " + PATIENCE).isTrue();
    }

    /** Waits as long as patience lasts; whether it came true. */
    static boolean waitFor(BooleanSupplier condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
