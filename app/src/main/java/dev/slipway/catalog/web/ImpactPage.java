package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.VersionDiff;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CertificationStatus;
import dev.slipway.catalog.CertificationView;
import dev.slipway.catalog.Certifications;
import dev.slipway.catalog.DraftCheck;
import dev.slipway.catalog.DraftView;
import dev.slipway.catalog.Drafts;
import dev.slipway.catalog.DryRunView;
import dev.slipway.catalog.DryRuns;
import dev.slipway.catalog.Impacts;
import dev.slipway.catalog.InstanceTrial;
import dev.slipway.catalog.InstanceTrial.Outcome;
import dev.slipway.catalog.InstanceTrial.Tried;
import dev.slipway.kernel.PersonId;
import dev.slipway.shell.ui.Crumb;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts on the page what publishing a draft would mean, and how far it has come. */
@Component
class ImpactPage {

    private static final int MOST_LINES = 12;
    private static final int MOST_INSTANCES = 20;

    private final Catalog catalog;
    private final Drafts drafts;
    private final Impacts impacts;
    private final DryRuns dryRuns;
    private final Certifications certifications;
    private final People people;

    ImpactPage(
            Catalog catalog,
            Drafts drafts,
            Impacts impacts,
            DryRuns dryRuns,
            Certifications certifications,
            People people) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.impacts = impacts;
        this.dryRuns = dryRuns;
        this.certifications = certifications;
        this.people = people;
    }

    /** Without a draft there is only what became of the last one. */
    void fill(Caller caller, String name, Model model) {
        var draft = drafts.find(caller, name);
        var newest = catalog.newest(name);
        model.addAttribute("name", name);
        model.addAttribute("blueprintTitle", title(name, newest));
        model.addAttribute("newest", newest.orElse(null));
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute("history", history(caller, name));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Blueprints", "/blueprints"),
                        new Crumb(title(name, newest), "/blueprints/%s/draft".formatted(name))));
        draft.ifPresent(found -> draft(caller, found, model));
    }

    /** @return whether it goes on */
    boolean dryRun(Caller caller, String name, Model model) {
        return drafts.find(caller, name)
                .flatMap(draft -> dryRun(caller, draft, model))
                .filter(run -> !run.isOver())
                .isPresent();
    }

    private Optional<DryRunView> dryRun(Caller caller, DraftView draft, Model model) {
        var run = dryRuns.of(caller, draft.name(), draft.contentHash());
        model.addAttribute("name", draft.name());
        model.addAttribute("dryRun", run.orElse(null));
        return run;
    }

    private void draft(Caller caller, DraftView draft, Model model) {
        var dryRun = dryRun(caller, draft, model);
        var proved = dryRun.filter(DryRunView::passed).isPresent();
        model.addAttribute("proved", proved);
        model.addAttribute(
                "unproved",
                dryRun.filter(DryRunView::isOver).map(DryRunView::missing).orElse(List.of()));
        var impact = impacts.of(caller, draft.name(), draft.files(), Optional.empty());
        var check = impact.check();
        var waiting = certifications.waiting(caller, draft.name());
        model.addAttribute("savedBy", people.nameOf(draft.savedBy()));
        model.addAttribute("authors", names(draft));
        model.addAttribute("check", check);
        model.addAttribute("version", version(check));
        model.addAttribute("errors", errors(check));
        model.addAttribute(
                "passed", check.tests().stream().filter(test -> test.passed()).count());
        model.addAttribute("since", impact.since().orElse(null));
        model.addAttribute(
                "lines",
                impact.since().map(VersionDiff::changes).orElse(List.of()).stream()
                        .filter(change -> !change.isBreaking())
                        .toList());
        trial(impact.trial(), model);
        model.addAttribute("waiting", waiting.map(this::line).orElse(null));
        model.addAttribute(
                "maySign", waiting.filter(one -> one.maySign(caller.person())).isPresent());
        model.addAttribute(
                "mayWithdraw",
                waiting.filter(one -> !one.maySign(caller.person())).isPresent());
        model.addAttribute("mayAsk", waiting.isEmpty() && check.publishable() && proved);
    }

    private static void trial(InstanceTrial trial, Model model) {
        model.addAttribute("trial", trial);
        model.addAttribute(
                "counts",
                Stream.of(Outcome.values())
                        .map(outcome -> new Count(word(outcome), trial.of(outcome)))
                        .toList());
        model.addAttribute(
                "groups", trial.groups().stream().map(ImpactPage::group).toList());
    }

    private static Group group(InstanceTrial.Group group) {
        return new Group(
                word(group.outcome()),
                group.notes(),
                group.lines().stream().limit(MOST_LINES).toList(),
                Math.max(0, group.lines().size() - MOST_LINES),
                group.instances().stream().limit(MOST_INSTANCES).toList(),
                Math.max(0, group.instances().size() - MOST_INSTANCES),
                group.instances().size());
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(String name, Optional<BlueprintVersion> newest) {
        return newest.map(version -> version.blueprint().descriptor().title()).orElse(name);
    }

    private static String version(DraftCheck check) {
        return check.compilation()
                .blueprint()
                .map(Blueprint::descriptor)
                .map(descriptor -> descriptor.version())
                .orElse("");
    }

    private static long errors(DraftCheck check) {
        return check.compilation().diagnostics().stream()
                .filter(Diagnostic::isError)
                .count();
    }

    private String names(DraftView draft) {
        return draft.authors().stream().map(people::nameOf).collect(Collectors.joining(", "));
    }

    private List<Line> history(Caller caller, String name) {
        return certifications.history(caller, name).stream()
                .filter(one -> one.status() != CertificationStatus.WAITING)
                .map(this::line)
                .toList();
    }

    private Line line(CertificationView certification) {
        return new Line(
                certification,
                people.nameOf(certification.askedBy()),
                certification
                        .decision()
                        .map(CertificationView.Decision::by)
                        .map((PersonId by) -> people.nameOf(by))
                        .orElse(null));
    }

    /** @param outcome as its message is called */
    record Count(String outcome, int instances) {}

    /**
     * @param more lines that are not shown
     * @param others instances that are not named
     */
    record Group(
            String outcome,
            List<String> notes,
            List<String> lines,
            int more,
            List<Tried> instances,
            int others,
            int all) {}

    /** A request with its people's names. */
    record Line(
            CertificationView certification,
            String askedBy,
            @Nullable String decidedBy) {}
}
