package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.blueprint.FormField;
import dev.slipway.catalog.Catalog;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.RevisionView;
import dev.slipway.provisioning.TimelineEntry;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.Fact;
import dev.slipway.shell.ui.GpuStripView;
import dev.slipway.shell.ui.Waterfall;
import dev.slipway.team.Teams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what the pages of an instance show, for requests and for the stream alike. */
@Component
class InstancePages {

    private final Instances instances;
    private final Catalog catalog;
    private final Teams teams;
    private final Models models;
    private final People people;
    private final InstantSource clock;
    private final Ui ui;

    InstancePages(
            Instances instances,
            Catalog catalog,
            Teams teams,
            Models models,
            People people,
            InstantSource clock,
            Ui ui) {
        this.instances = instances;
        this.catalog = catalog;
        this.teams = teams;
        this.models = models;
        this.people = people;
        this.clock = clock;
        this.ui = ui;
    }

    /** An id as it stands in an address. */
    static InstanceId id(String text) {
        try {
            return InstanceId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException("instance-not-found", "There is no instance at this address.");
        }
    }

    InstancePage page(Caller caller, InstanceId id, String tab) {
        return page(caller, instances.get(caller, id), tab);
    }

    InstancePage page(Caller caller, InstanceView view, String tab) {
        var team = view.environment().team();
        return new InstancePage(view, teams.get(team), caller.mayWork(team), tab, ending(view));
    }

    private Optional<EndingVersion> ending(InstanceView view) {
        return view.state().isLive()
                ? EndingVersion.of(catalog.version(view.blueprint(), view.blueprintVersion()), catalog)
                : Optional.empty();
    }

    /** All that the overview shows, by the names under which its fragments know it. */
    Map<String, Object> overview(Caller caller, InstancePage page) {
        var id = page.instance().id();
        return Map.of(
                "page", page,
                "now", clock.instant(),
                "progress", progress(caller, page.instance()),
                "objects", instances.objects(caller, id),
                "timeline", timeline(caller, id, 8),
                "costs", costs(page.instance()),
                "strips", strips(page));
    }

    List<Happening> timeline(Caller caller, InstanceId id, int most) {
        return instances.timeline(caller, id).stream()
                .limit(most)
                .map(entry -> new Happening(entry, entry.by().map(people::nameOf)))
                .toList();
    }

    List<Revised> revisions(Caller caller, InstanceView view) {
        return instances.revisions(caller, view.id()).stream()
                .map(revision ->
                        new Revised(revision, people.nameOf(revision.by()), parameters(view.blueprint(), revision)))
                .toList();
    }

    /** As the form of its version has them, without what does not matter; what it has no field for stands as it is. */
    private List<Fact> parameters(String blueprint, RevisionView revision) {
        var form = catalog.version(blueprint, revision.blueprintVersion())
                .blueprint()
                .form();
        var asked = form.fields().stream()
                .filter(field -> field.matters(revision.parameters()))
                .flatMap(field -> Optional.ofNullable(revision.parameters().get(field.name()))
                        .map(value -> new Fact(field.title(), written(field, value)))
                        .stream());
        var others = revision.parameters().entrySet().stream()
                .filter(each -> form.field(each.getKey()).isEmpty())
                .map(each -> new Fact(each.getKey(), String.valueOf(each.getValue())));
        return Stream.concat(asked, others).toList();
    }

    private String written(FormField field, Object value) {
        return Widget.of(field) == Widget.MODELS
                ? models.find(value.toString()).map(ModelView::title).orElse(value.toString())
                : field.written(value);
    }

    private Optional<Progress> progress(Caller caller, InstanceView view) {
        var steps = instances.steps(caller, view.id());
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var done =
                (int) steps.stream().filter(step -> step.finished().isPresent()).count();
        var ready = instances.expectedReady(caller, view.id());
        var began = steps.stream()
                .flatMap(step -> step.started().stream())
                .min(Instant::compareTo)
                .orElse(now);
        return Optional.of(new Progress(
                Math.min(done + 1, steps.size()),
                steps.size(),
                ready,
                ready.filter(now::isBefore).map(end -> ui.duration(Duration.between(now, end))),
                percent(began, now, ready, done, steps.size()),
                Waterfalls.of(view, steps, now, ui)));
    }

    private static int percent(Instant began, Instant now, Optional<Instant> ready, int done, int steps) {
        var bySteps = done * 100 / steps;
        return ready.map(end -> Duration.between(began, end).toMillis())
                .filter(whole -> whole > 0)
                .map(whole -> Math.clamp(Duration.between(began, now).toMillis() * 100 / whole, 0, 99))
                .orElse(bySteps);
    }

    private List<Fact> costs(InstanceView view) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("So far", ui.money(view.soFar())));
        facts.add(new Fact("A month at this rate", ui.euros(view.hourly().perMonth())));
        view.expires().ifPresent(end -> facts.add(new Fact("Expires", ui.date(end))));
        return List.copyOf(facts);
    }

    private static List<HeldStrip> strips(InstancePage page) {
        var state = page.instance().state();
        if (!state.holdsGpu() && state != InstanceState.REQUESTED) {
            return List.of();
        }
        return page.instance().shares().stream()
                .map(share -> new HeldStrip(
                        ShareWords.title(share),
                        share.deviceModel(),
                        share.count(),
                        share.sharing().word(),
                        state == InstanceState.REQUESTED ? Strips.asked(share) : yours(page, share)))
                .toList();
    }

    private static List<GpuStripView> yours(InstancePage page, InstanceView.Share share) {
        return Strips.yours(share, page.team().colour(), page.instance().kind().word());
    }

    /** A timeline entry with the name of who did it. */
    record Happening(TimelineEntry entry, Optional<String> by) {

        public String icon() {
            return switch (entry.kind()) {
                case TRANSITION -> "arrow-right";
                case ACT -> "user";
                case STEP -> "check";
                case NOTICE -> "wrench";
            };
        }
    }

    /** A revision with the name of who made it, and its parameters as pages write them. */
    record Revised(RevisionView revision, String by, List<Fact> parameters) {}

    /**
     * @param step the present one, from 1
     * @param left in words
     * @param percent of the time it usually takes
     */
    record Progress(
            int step, int steps, Optional<Instant> ready, Optional<String> left, int percent, Waterfall waterfall) {}

    /**
     * A GPU share with what stands above and below its strips.
     *
     * @param strips one for each that is held, but no more than can be taken in
     */
    record HeldStrip(String title, String deviceModel, long count, String wall, List<GpuStripView> strips) {

        public long more() {
            return count - strips.size();
        }
    }
}
