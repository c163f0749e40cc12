package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.Form;
import dev.slipway.catalog.Catalog;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.ChangeForm;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.Plan;
import dev.slipway.shell.Ui;
import dev.slipway.team.Teams;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what the change page shows. */
@Component
class ChangePages {

    private final Catalog catalog;
    private final Instances instances;
    private final Teams teams;
    private final FieldSources sources;
    private final InstantSource clock;
    private final Ui ui;

    ChangePages(Catalog catalog, Instances instances, Teams teams, FieldSources sources, InstantSource clock, Ui ui) {
        this.catalog = catalog;
        this.instances = instances;
        this.teams = teams;
        this.sources = sources;
        this.clock = clock;
        this.ui = ui;
    }

    /** The form with what the instance is now. */
    ChangePage begin(Caller caller, InstanceId id) {
        var draft = of(instances.get(caller, id), instances.formOf(caller, id), newKey());
        return page(caller, draft, instances.planChange(caller, id, draft.form()), List.of(), false, true);
    }

    ChangePage preview(Caller caller, InstanceId id, LaunchRequest request) {
        var draft = draft(caller, id, request);
        var plan = instances.planChange(caller, id, draft.form());
        return page(caller, draft, plan, List.of(), false, false);
    }

    ChangePage refused(Caller caller, Draft draft, Plan plan) {
        return page(caller, draft, plan, List.of(), false, false);
    }

    /** Somebody was quicker: both values side by side, with the form as it was filled in, on top of the newer revision. */
    ChangePage conflict(Caller caller, InstanceId id, LaunchRequest request) {
        var newest = instances.formOf(caller, id);
        var mine = draft(caller, id, request);
        var form = new ChangeForm(
                newest.baseRevision(),
                mine.form().input(),
                mine.form().shares(),
                mine.form().reason());
        var rebased = of(mine.instance(), form, newKey());
        var plan = instances.planChange(caller, id, form);
        return page(caller, rebased, plan, differences(mine.of(), newest, form), true, false);
    }

    Draft draft(Caller caller, InstanceId id, LaunchRequest request) {
        var instance = instances.get(caller, id);
        var form = form(instance);
        var change = new ChangeForm(base(request), request.input(form).values(), request.shares(), request.reason());
        return of(instance, change, request.key());
    }

    private static int base(LaunchRequest request) {
        return request.get("revision")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Draft of(InstanceView instance, ChangeForm form, String key) {
        return new Draft(instance, form(instance), form, key);
    }

    private Form form(InstanceView instance) {
        return catalog.version(instance.blueprint(), instance.blueprintVersion())
                .blueprint()
                .form();
    }

    private ChangePage page(
            Caller caller,
            Draft draft,
            Plan plan,
            List<ChangePage.Difference> differences,
            boolean conflict,
            boolean untouched) {
        var errors = FormErrors.of(plan);
        return new ChangePage(
                draft.instance(),
                draft.form().baseRevision(),
                draft.form().reason(),
                FormSection.of(
                        draft.of(), new FormInput(draft.form().input()), untouched ? Map.of() : errors.ofParameters()),
                sources.of(
                        caller, draft.of(), teams.environment(draft.instance().environment())),
                ShareCards.of(plan, ui),
                draft.key(),
                errors,
                plan,
                Rail.of(plan, List.of(), draft.instance().expires(), clock.instant(), ui),
                differences,
                conflict);
    }

    private static List<ChangePage.Difference> differences(Form form, ChangeForm theirs, ChangeForm yours) {
        return form.fields().stream()
                .map(field ->
                        new ChangePage.Difference(field.title(), text(theirs, field.name()), text(yours, field.name())))
                .filter(ChangePage.Difference::differs)
                .toList();
    }

    private static String text(ChangeForm form, String field) {
        return String.join(", ", form.input().getOrDefault(field, List.of()));
    }

    /**
     * A change as far as it is filled in.
     *
     * @param of the form of the instance's blueprint
     */
    record Draft(InstanceView instance, Form of, ChangeForm form, String key) {}
}
