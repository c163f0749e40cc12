package dev.slipway.provisioning;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.catalog.Catalog;
import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cost.Price;
import dev.slipway.cost.PriceRange;
import dev.slipway.gpu.DeviceModel;
import dev.slipway.gpu.ShareOffer;
import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.Sharing;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.UnavailableException;
import dev.slipway.model.Models;
import dev.slipway.team.EnvironmentView;
import dev.slipway.team.Holding;
import dev.slipway.team.QuotaView;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instances in memory, without a cluster: what is submitted is there, and stays where a test puts it. */
public class FakeInstances implements Instances {

    private static final Instant NOW = Instant.parse("2026-11-19T10:04:12Z");
    private static final long GIB = 1L << 30;
    private static final DeviceModel H100 =
            new DeviceModel("H100", "H100 80 GB", 80 * GIB, 8, 7, List.of(), List.of("NVIDIA-H100"));

    private final Catalog catalog;
    private final Teams teams;
    private final Models models;
    private final Map<InstanceId, InstanceView> all = new LinkedHashMap<>();
    private final Map<String, InstanceId> submissions = new HashMap<>();
    private final Map<InstanceId, LaunchForm> forms = new HashMap<>();
    private Holding missing = Holding.NONE;
    private @Nullable ChatConnection chat;

    public FakeInstances(Catalog catalog, Teams teams, Models models) {
        this.catalog = catalog;
        this.teams = teams;
        this.models = models;
    }

    /** From now on every plan lacks this much quota. */
    public void lack(Holding holding) {
        this.missing = holding;
    }

    public void answerChatWith(ChatConnection connection) {
        this.chat = connection;
    }

    public void forget() {
        all.clear();
        submissions.clear();
        forms.clear();
        missing = Holding.NONE;
        chat = null;
    }

    public int count() {
        return all.size();
    }

    /** Puts an instance into a state, as the reconciler would. */
    public void put(InstanceId id, InstanceState state, String sentence, Optional<Problem> problem) {
        var was = get(Caller.SYSTEM, id);
        all.put(id, with(was, state, sentence, problem, was.revision()));
    }

    /** Somebody else saves a revision. */
    public void revise(InstanceId id, String field, String value) {
        var form = forms.get(id);
        if (form == null) {
            throw new IllegalArgumentException("no such instance");
        }
        var input = new HashMap<>(form.input());
        input.put(field, List.of(value));
        forms.put(
                id,
                new LaunchForm(
                        form.blueprint(),
                        form.version(),
                        form.environment(),
                        form.cluster(),
                        form.name(),
                        input,
                        form.shares(),
                        form.expires(),
                        form.reason()));
        var was = get(Caller.SYSTEM, id);
        all.put(id, with(was, was.state(), was.sentence(), was.problem(), was.revision() + 1));
    }

    @Override
    public Plan plan(Caller caller, LaunchForm form) {
        var team = teams.get(form.environment().team());
        if (!caller.mayWork(team.id())) {
            throw new RefusedException("not-a-member", "You do not work in " + team.title() + ".");
        }
        var environment = teams.environment(form.environment());
        var blueprint = catalog.latest(form.blueprint()).orElseThrow().blueprint();
        var check = blueprint.check(blueprint.parse(form.input()), SampleFacts.facts());
        var errors = new ArrayList<FieldError>();
        check.errors().forEach(error -> errors.add(new FieldError("parameters." + error.path(), error.message())));
        if (!form.name().matches("[a-z]([a-z0-9-]*[a-z0-9])?")) {
            errors.add(new FieldError("name", "A name is lower case, digits and hyphens."));
        } else if (find(caller, form.environment(), form.name()).isPresent()) {
            errors.add(new FieldError("name", "%s already runs in %s.".formatted(form.name(), form.environment())));
        }
        return plan(form, team, environment, blueprint.descriptor(), check.parameters(), errors);
    }

    private Plan plan(
            LaunchForm form,
            TeamView team,
            EnvironmentView environment,
            dev.slipway.blueprint.Descriptor descriptor,
            Map<String, Object> parameters,
            List<FieldError> errors) {
        var options = List.of(
                option("1g.10gb", 1, "0.47", false),
                option("3g.40gb", 4, "1.60", true),
                option("4g.40gb", 4, "1.90", true));
        var picked = Optional.ofNullable(form.shares().get("server"));
        var chosen = options.stream()
                .filter(option -> picked.map(option.key()::equals).orElse(option.recommended()))
                .findFirst();
        var price = new Price(
                Money.of("1.89"),
                List.of(new Price.Part("GPU", Money.of("1.60")), new Price.Part("8 vCPU", Money.of("0.29"))),
                1);
        var holds = new Holding(Amounts.ofGpu("H100", GpuSlices.of(4)), price.monthly());
        var reserved = new Holding(Amounts.ofGpu("H100", GpuSlices.of(18)), Money.of("3654"));
        var ceiling = new Holding(Amounts.ofGpu("H100", GpuSlices.of(24)), Money.of("6500"));
        var verdict = errors.isEmpty()
                ? verdict()
                : new Verdict.NotPossible(
                        errors.stream().map(FieldError::message).toList(), List.of());
        return new Plan(
                descriptor,
                team,
                environment,
                form.name(),
                new PlanPlacement(
                        Optional.of(environment.clusters().getFirst()),
                        form.cluster().isEmpty(),
                        "Warm weights, 9 places free.",
                        environment.clusters().stream()
                                .map(cluster -> new PlanPlacement.Candidate(
                                        cluster, cluster + ", Hamburg", "de", true, "9 places free"))
                                .toList(),
                        Holding.NONE),
                parameters,
                errors,
                List.of(new PlanShare(
                        "server", 34 * GIB, 1, false, new ShareOffer(options, chosen, Optional.empty(), Map.of()))),
                models.find(String.valueOf(parameters.get("model"))).stream()
                        .map(model -> new PlanWeights("main", model, new dev.slipway.model.WeightsState.Warm()))
                        .toList(),
                errors.isEmpty() ? Optional.of(new PriceRange(price, price.hourly())) : Optional.empty(),
                new QuotaView(team.id(), ceiling, Holding.NONE, reserved, List.of()),
                holds,
                missing,
                List.of(
                        new PlannedObject(PlannedObject.Action.CREATE, "apps/v1", "Deployment", form.name(), "", ""),
                        new PlannedObject(PlannedObject.Action.CREATE, "v1", "Service", form.name(), "", ""),
                        new PlannedObject(PlannedObject.Action.CHANGE, "v1", "ResourceQuota", "slipway", "", "")),
                false,
                Optional.of(new Estimate(Duration.ofSeconds(200), false, "Weights are warm on ham-1.")),
                verdict,
                "abc");
    }

    private Verdict verdict() {
        return missing.isNone()
                ? new Verdict.Automatic("Within the quota of the team.")
                : new Verdict.NeedsApproval("4 slices of H100 over the quota.", missing, List.of());
    }

    public static ShareOption option(String profile, int slices, String hourly, boolean fits) {
        var memory = slices * 10L * GIB;
        return new ShareOption(
                new ClusterId("ham-1"),
                "h100-mig",
                H100,
                Sharing.MIG,
                profile,
                memory,
                memory * 9 / 10,
                new BigDecimal("0.9"),
                slices,
                Character.digit(profile.charAt(0), 10),
                GpuSlices.of(slices),
                Map.of(),
                Map.of(),
                List.of(),
                Money.of(hourly),
                9,
                fits,
                true,
                fits ? "Smallest share that fits" : "Too small: 34.0 GiB needed, 9.0 usable",
                profile.equals("3g.40gb"));
    }

    @Override
    public Submission submit(Caller caller, LaunchForm form, String submissionKey) {
        var earlier = submissions.get(submissionKey);
        if (earlier != null) {
            return new Submission.Accepted(earlier, false);
        }
        var plan = plan(caller, form);
        if (!plan.isPossible()) {
            return new Submission.Refused(plan);
        }
        var id = InstanceId.random();
        submissions.put(submissionKey, id);
        forms.put(id, form);
        all.put(id, view(id, caller, plan));
        return new Submission.Accepted(id, !missing.isNone());
    }

    private InstanceView view(InstanceId id, Caller caller, Plan plan) {
        var url = "http://%s.%s.svc:8000/v1"
                .formatted(plan.name(), plan.environment().namespace());
        return new InstanceView(
                id,
                plan.name(),
                plan.environment().id(),
                plan.environment().kind(),
                new ClusterId("ham-1"),
                plan.environment().namespace(),
                plan.blueprint().name(),
                plan.blueprint().title(),
                plan.blueprint().version(),
                missing.isNone() ? InstanceState.PROVISIONING : InstanceState.REQUESTED,
                NOW,
                "Loading the model into GPU memory.",
                Optional.empty(),
                1,
                plan.parameters(),
                List.of(new InstanceView.Share("server", "H100", Sharing.MIG, "3g.40gb", 40 * GIB, 1, 4, 3, 8)),
                Money.of("1.89"),
                Money.of("0.03"),
                List.of(
                        new OutputView("endpoint", "Endpoint", "openai", false, Optional.of(url)),
                        new OutputView("apiKey", "API key", "text", true, Optional.empty())),
                caller.person(),
                caller.name(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static InstanceView with(
            InstanceView was, InstanceState state, String sentence, Optional<Problem> problem, int revision) {
        return new InstanceView(
                was.id(),
                was.name(),
                was.environment(),
                was.kind(),
                was.cluster(),
                was.namespace(),
                was.blueprint(),
                was.blueprintTitle(),
                was.blueprintVersion(),
                state,
                NOW,
                sentence,
                problem,
                revision,
                was.parameters(),
                was.shares(),
                was.hourly(),
                was.soFar(),
                was.outputs(),
                was.createdBy(),
                was.createdByName(),
                was.createdAt(),
                was.readyAt(),
                was.expires(),
                was.request(),
                was.nextTry());
    }

    @Override
    public Plan planChange(Caller caller, InstanceId id, ChangeForm form) {
        var view = get(caller, id);
        var launch = new LaunchForm(
                view.blueprint(),
                Optional.empty(),
                view.environment(),
                Optional.empty(),
                "other-name",
                form.input(),
                form.shares(),
                Optional.empty(),
                form.reason());
        return plan(caller, launch);
    }

    @Override
    public Submission change(Caller caller, InstanceId id, ChangeForm form, String submissionKey) {
        var view = get(caller, id);
        if (form.baseRevision() != view.revision()) {
            throw new ConflictException("instance-changed", "Somebody saved revision %d.".formatted(view.revision()));
        }
        var plan = planChange(caller, id, form);
        if (!plan.isPossible()) {
            return new Submission.Refused(plan);
        }
        form.input().forEach((field, values) -> revise(id, field, String.join(",", values)));
        all.put(id, with(view, InstanceState.UPDATING, "Updating.", Optional.empty(), view.revision() + 1));
        return new Submission.Accepted(id, false);
    }

    @Override
    public ChangeForm formOf(Caller caller, InstanceId id) {
        var view = get(caller, id);
        var form = forms.get(id);
        return new ChangeForm(view.revision(), form == null ? Map.of() : form.input(), Map.of(), "");
    }

    @Override
    public void withdraw(Caller caller, InstanceId id) {
        put(id, InstanceState.WITHDRAWN, "Withdrawn.", Optional.empty());
    }

    @Override
    public void delete(Caller caller, InstanceId id) {
        put(id, InstanceState.DELETING, "Deleting.", Optional.empty());
    }

    @Override
    public void retry(Caller caller, InstanceId id) {
        put(id, InstanceState.PROVISIONING, "Trying again.", Optional.empty());
    }

    @Override
    public void setExpiry(Caller caller, InstanceId id, Optional<Instant> expires) {}

    @Override
    public int count(Caller caller, InstanceFilter filter) {
        return list(caller, filter).size();
    }

    @Override
    public List<InstanceView> list(Caller caller, InstanceFilter filter) {
        return all.values().stream()
                .filter(view -> caller.mayView(view.environment().team()))
                .filter(view ->
                        filter.team().map(view.environment().team()::equals).orElse(true))
                .filter(view -> filter.blueprint().map(view.blueprint()::equals).orElse(true))
                .filter(view -> view.name().contains(filter.text()))
                .toList();
    }

    @Override
    public List<InstanceView> first(Caller caller, InstanceFilter filter, int most) {
        return list(caller, filter).stream().limit(most).toList();
    }

    @Override
    public InstanceView get(Caller caller, InstanceId id) {
        return Optional.ofNullable(all.get(id))
                .filter(view -> caller.mayView(view.environment().team()))
                .orElseThrow(
                        () -> new NotFoundException("instance-not-found", "There is no instance at this address."));
    }

    @Override
    public Optional<InstanceView> find(Caller caller, EnvironmentId environment, String name) {
        return all.values().stream()
                .filter(view ->
                        view.environment().equals(environment) && view.name().equals(name))
                .findFirst();
    }

    @Override
    public List<TimelineEntry> timeline(Caller caller, InstanceId id) {
        return List.of(new TimelineEntry(
                1,
                NOW,
                TimelineEntry.Kind.ACT,
                Optional.empty(),
                "Launched.",
                Optional.empty(),
                Optional.of(new PersonId("mira"))));
    }

    @Override
    public List<StepView> steps(Caller caller, InstanceId id) {
        return List.of(
                new StepView(
                        "isolation",
                        "Namespace and isolation",
                        "claims-test",
                        Optional.of(NOW),
                        Optional.of(NOW.plusSeconds(2)),
                        Optional.empty()),
                new StepView(
                        "weights",
                        "Weights from cache",
                        "22.0 GiB, warm",
                        Optional.of(NOW.plusSeconds(2)),
                        Optional.of(NOW.plusSeconds(8)),
                        Optional.empty()),
                new StepView(
                        "start",
                        "Load the model into GPU memory",
                        "7 of 10 files",
                        Optional.of(NOW.plusSeconds(8)),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(96))),
                new StepView(
                        "check",
                        "Health check",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(11))));
    }

    @Override
    public Optional<Instant> expectedReady(Caller caller, InstanceId id) {
        return Optional.of(NOW.plusSeconds(178));
    }

    @Override
    public List<RevisionView> revisions(Caller caller, InstanceId id) {
        var view = get(caller, id);
        return List.of(new RevisionView(
                view.revision(),
                view.blueprintVersion(),
                view.parameters(),
                "First revision",
                "abc",
                view.hourly(),
                view.createdBy(),
                NOW,
                true,
                false,
                Optional.of(Duration.ofSeconds(171))));
    }

    @Override
    public List<ObjectView> objects(Caller caller, InstanceId id) {
        var view = get(caller, id);
        return List.of(
                new ObjectView(
                        "server",
                        "apps/v1",
                        "Deployment",
                        view.namespace(),
                        view.name(),
                        ObjectView.Condition.STARTING,
                        "0 of 1 pods ready",
                        Optional.empty(),
                        Optional.empty()),
                new ObjectView(
                        "service",
                        "v1",
                        "Service",
                        view.namespace(),
                        view.name(),
                        ObjectView.Condition.READY,
                        "ClusterIP",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public String objectYaml(Caller caller, InstanceId id, String kind, String name) {
        return "kind: %s\nmetadata:\n  name: %s\n".formatted(kind, name);
    }

    @Override
    public List<KubernetesEvent> events(Caller caller, InstanceId id) {
        return List.of(new KubernetesEvent(
                new ObjectKey("v1", "Pod", "claims-test", "pod-1"),
                false,
                "FailedScheduling",
                "0/4 nodes are available",
                3,
                NOW));
    }

    @Override
    public List<PodView> pods(Caller caller, InstanceId id) {
        return List.of(
                new PodView("pod-1", "Running", true, 0, Optional.of("n04"), List.of("server"), "", Optional.of(NOW)));
    }

    @Override
    public List<String> logs(Caller caller, InstanceId id, String pod, Optional<String> container, int lines) {
        return List.of("vllm 0.11.2", "Loading safetensors from /models");
    }

    @Override
    public ChatConnection connectChat(Caller caller, InstanceId id) {
        get(caller, id);
        if (chat == null) {
            throw new UnavailableException("endpoint-away", "Nothing listens at its address at the moment.");
        }
        return chat;
    }

    @Override
    public String reveal(Caller caller, InstanceId id, String output) {
        get(caller, id);
        return "sk-secret-of-the-cluster";
    }
}
