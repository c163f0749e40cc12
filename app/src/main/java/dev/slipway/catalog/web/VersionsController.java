package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Deprecation;
import dev.slipway.catalog.Deprecations;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.catalog.Retirement;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.shell.ui.Crumb;
import dev.slipway.shell.ui.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The published versions of a blueprint and their end, for platform admins. Every button works as a plain form. */
@Controller
@RequestMapping("/blueprints/{name}/versions")
class VersionsController {

    private final Catalog catalog;
    private final Deprecations deprecations;
    private final People people;
    private final ObjectProvider<InstancesOfBlueprint> instances;
    private final InstantSource clock;

    VersionsController(
            Catalog catalog,
            Deprecations deprecations,
            People people,
            ObjectProvider<InstancesOfBlueprint> instances,
            InstantSource clock) {
        this.catalog = catalog;
        this.deprecations = deprecations;
        this.people = people;
        this.instances = instances;
        this.clock = clock;
    }

    @GetMapping
    String list(Caller caller, @PathVariable String name, Model model) {
        BlueprintsController.requireAdmin(caller);
        var versions = catalog.versions(name);
        if (versions.isEmpty()) {
            throw new NotFoundException("blueprint-not-found", "There is no blueprint " + name + ".");
        }
        var running = running(name);
        model.addAttribute("name", name);
        model.addAttribute(
                "blueprintTitle", versions.getFirst().blueprint().descriptor().title());
        model.addAttribute(
                "rows",
                versions.stream()
                        .map(version -> row(version, running.getOrDefault(version.version(), 0L)))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("Blueprints", "/blueprints")));
        return "catalog/versions";
    }

    @GetMapping("/{version}")
    String one(Caller caller, @PathVariable String name, @PathVariable String version, Model model) {
        BlueprintsController.requireAdmin(caller);
        return page(catalog.version(name, version), model);
    }

    @PostMapping("/{version}/deprecation")
    String deprecate(
            Caller caller,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        model.addAttribute("until", until);
        model.addAttribute("note", note);
        try {
            deprecations.deprecate(caller, name, version, seen, day(until), note.replace("\r\n", "\n"));
        } catch (ConflictException | InvalidException refused) {
            return refused(refused.getMessage(), field(refused), name, version, model, response);
        }
        flash.addFlashAttribute("toast", Toast.of("Done", "Deprecated %s %s".formatted(name, version), null));
        return "redirect:/blueprints/" + name + "/versions";
    }

    @PostMapping("/{version}/retirement")
    String retire(
            Caller caller,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam long seen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        try {
            deprecations.retire(caller, name, version, seen);
        } catch (ConflictException | InvalidException refused) {
            return refused(refused.getMessage(), field(refused), name, version, model, response);
        }
        flash.addFlashAttribute("toast", Toast.of("Done", "Retired %s %s".formatted(name, version), null));
        return "redirect:/blueprints/" + name + "/versions";
    }

    private static LocalDate day(String until) {
        return Days.read(until.strip())
                .orElseThrow(() -> new InvalidException(
                        "no-date", "Say from when it may be retired: a day such as 2027-02-28.", "until"));
    }

    /** Empty for a conflict, which no field is to blame for. */
    private static Optional<String> field(RuntimeException refused) {
        return refused instanceof InvalidException wrong ? wrong.field().or(() -> Optional.of("")) : Optional.empty();
    }

    private String refused(
            @Nullable String message,
            Optional<String> field,
            String name,
            String version,
            Model model,
            HttpServletResponse response) {
        response.setStatus(field.isEmpty() ? HttpServletResponse.SC_CONFLICT : 422);
        model.addAttribute(
                field.filter(each -> !each.isEmpty())
                        .map(each -> each + "Error")
                        .orElse("refused"),
                message);
        return page(catalog.version(name, version), model);
    }

    private String page(BlueprintVersion version, Model model) {
        var name = version.name();
        var title = version.blueprint().descriptor().title();
        var today = Days.today(clock);
        var until = version.deprecation().map(Deprecation::until);
        model.addAttribute("row", row(version, running(name).getOrDefault(version.version(), 0L)));
        model.addAttribute("version", version);
        model.addAttribute("blueprintTitle", title);
        model.addAttribute("tomorrow", today.plusDays(1));
        model.addAttribute("mayDeprecate", version.status() != BlueprintVersion.Status.RETIRED);
        model.addAttribute(
                "mayRetire",
                version.status() == BlueprintVersion.Status.DEPRECATED
                        && until.filter(day -> !day.isAfter(today)).isPresent());
        if (!model.containsAttribute("until")) {
            model.addAttribute("until", until.map(LocalDate::toString).orElse(""));
            model.addAttribute(
                    "note", version.deprecation().map(Deprecation::note).orElse(""));
        }
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Blueprints", "/blueprints"),
                        new Crumb(title, "/blueprints/%s/versions".formatted(name))));
        return "catalog/version";
    }

    private Map<String, Long> running(String name) {
        return instances.stream()
                .findFirst()
                .map(known -> known.byVersion(name))
                .orElse(Map.of());
    }

    private Row row(BlueprintVersion version, long running) {
        return new Row(
                version,
                people.nameOf(version.publishedBy()),
                version.signedBy().map(people::nameOf).orElse(null),
                version.retirement().map(Retirement::by).map(people::nameOf).orElse(null),
                running);
    }

    record Row(
            BlueprintVersion version,
            String publishedBy,
            @Nullable String signedBy,
            @Nullable String retiredBy,
            long running) {}
}
