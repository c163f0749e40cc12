package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Form;
import dev.slipway.blueprint.Preset;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.LaunchForm;
import dev.slipway.provisioning.Plan;
import dev.slipway.shell.Ui;
import dev.slipway.team.EnvironmentView;
import dev.slipway.team.TeamView;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts together what the launch page shows: the form as far as it was filled in, and the plan that it comes to. */
@Component
class LaunchPages {

    private final Catalog catalog;
    private final Instances instances;
    private final ChosenTeam chosenTeam;
    private final FieldSources sources;
    private final InstantSource clock;
    private final Ui ui;

    LaunchPages(
            Catalog catalog,
            Instances instances,
            ChosenTeam chosenTeam,
            FieldSources sources,
            InstantSource clock,
            Ui ui) {
        this.catalog = catalog;
        this.instances = instances;
        this.chosenTeam = chosenTeam;
        this.sources = sources;
        this.clock = clock;
        this.ui = ui;
    }

    /** The page for what was sent, with a plan made now. */
    LaunchPage page(Caller caller, LaunchRequest request) {
        var draft = draft(caller, request);
        var plan = instances.plan(caller, draft.form());
        var errors = FormErrors.of(plan);
        return request.has("checked")
                ? page(caller, draft, plan, errors, false)
                : page(caller, draft, plan, errors.ofWhatIsTyped(request), true);
    }

    /** The page for what was submitted and refused, with everything that is wrong. */
    LaunchPage refused(Caller caller, Draft draft, Plan plan) {
        return page(caller, draft, plan, FormErrors.of(plan), false);
    }

    /** @param begun whether what is empty is still to come, and not wrong */
    private LaunchPage page(Caller caller, Draft draft, Plan plan, FormErrors errors, boolean begun) {
        var sections = FormSection.of(draft.blueprint().form(), draft.input(), errors.ofParameters());
        var open = begun ? FormErrors.of(plan).ofWhatIsEmpty(draft.form().name(), sections) : List.<Rail.Open>of();
        return new LaunchPage(
                draft.version(),
                draft.team(),
                draft.environment(),
                draft.form(),
                sections,
                sources.of(caller, draft.blueprint().form(), draft.environment()),
                ShareCards.of(plan, ui),
                Expiry.choices(clock.instant(), ui),
                draft.request().get("expires").orElse(""),
                draft.request().key(),
                errors,
                plan,
                Rail.of(plan, open, draft.form().expires(), clock.instant(), ui));
    }

    /** What was sent as a form that can be planned and submitted. */
    Draft draft(Caller caller, LaunchRequest request) {
        var version = version(request);
        var team = chosenTeam.toWorkIn(caller, request.get("team"));
        var environment = environment(team, request);
        var input = input(version.blueprint(), environment, request);
        var name = request.has("name") ? request.get("name").orElse("") : suggestedName(caller, environment, version);
        var sent = input.thatMatters(version.blueprint().form());
        var form = request.form(version.version(), environment.id(), name, sent, clock.instant());
        return new Draft(request, version, team, environment, input, form);
    }

    private BlueprintVersion version(LaunchRequest request) {
        return request.get("version")
                .map(version -> catalog.version(request.blueprint(), version))
                .or(() -> catalog.latest(request.blueprint()))
                .orElseThrow(() -> new NotFoundException(
                        "blueprint-not-found",
                        "There is no blueprint %s in the catalog.".formatted(request.blueprint())));
    }

    private static EnvironmentView environment(TeamView team, LaunchRequest request) {
        return request.get("environment").stream()
                .flatMap(name -> team.environments().stream()
                        .filter(environment -> environment.id().name().equals(name)))
                .findFirst()
                .or(() -> team.environments().stream().findFirst())
                .orElseThrow(() -> new NotFoundException(
                        "environment-not-found", "%s has no environment yet.".formatted(team.title())));
    }

    /** What was typed, over the chosen preset, over what the form begins with. */
    private FormInput input(Blueprint blueprint, EnvironmentView environment, LaunchRequest request) {
        var form = blueprint.form();
        var begun = sources.proposals(form, environment).over(FormInput.of(form, Map.of()));
        var preset = request.get("preset").stream()
                .flatMap(name -> blueprint.presets().stream()
                        .filter(candidate -> candidate.name().equals(name)))
                .findFirst()
                .map(Preset::parameters);
        var typed = request.input(form).over(begun);
        return preset.map(parameters -> given(form, parameters).over(typed)).orElse(typed);
    }

    private static FormInput given(Form form, Map<String, Object> parameters) {
        var fields = form.fields().stream()
                .filter(field -> parameters.containsKey(field.name()))
                .toList();
        return FormInput.of(new Form(List.of(new Form.Step("", fields))), parameters);
    }

    private String suggestedName(Caller caller, EnvironmentView environment, BlueprintVersion version) {
        var words = version.name().split("-");
        var base = environment.id().team().value() + "-" + words[words.length - 1];
        return IntStream.rangeClosed(1, 50)
                .mapToObj(number -> number == 1 ? base : base + "-" + number)
                .filter(name -> instances.find(caller, environment.id(), name).isEmpty())
                .findFirst()
                .orElse(base);
    }

    /** The form as it was sent, brought together with what it is about. */
    record Draft(
            LaunchRequest request,
            BlueprintVersion version,
            TeamView team,
            EnvironmentView environment,
            FormInput input,
            LaunchForm form) {

        Blueprint blueprint() {
            return version.blueprint();
        }
    }
}
