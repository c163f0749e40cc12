package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Certifications;
import dev.slipway.catalog.DraftView;
import dev.slipway.catalog.Drafts;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.SlipwayException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All blueprints with their drafts, for platform admins. */
@Controller
class BlueprintsController {

    private final Catalog catalog;
    private final Drafts drafts;
    private final Certifications certifications;
    private final People people;
    private final ObjectProvider<InstancesOfBlueprint> instances;

    BlueprintsController(
            Catalog catalog,
            Drafts drafts,
            Certifications certifications,
            People people,
            ObjectProvider<InstancesOfBlueprint> instances) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.certifications = certifications;
        this.people = people;
        this.instances = instances;
    }

    @GetMapping("/blueprints")
    String list(Caller caller, Model model) {
        requireAdmin(caller);
        var open = drafts.all(caller).stream().collect(Collectors.toMap(DraftView::name, draft -> draft));
        var known = instances.getIfAvailable();
        var figures = known == null ? Map.<String, InstancesOfBlueprint.Figures>of() : known.figures();
        model.addAttribute(
                "rows",
                catalog.latest().stream()
                        .map(version -> row(caller, version, open.get(version.name()), figures.get(version.name())))
                        .toList());
        model.addAttribute(
                "begun",
                open.values().stream()
                        .filter(draft -> catalog.newest(draft.name()).isEmpty())
                        .sorted(Comparator.comparing(DraftView::name))
                        .map(draft -> new Begun(
                                draft,
                                people.nameOf(draft.savedBy()),
                                certifications.waiting(caller, draft.name()).isPresent()))
                        .toList());
        return "catalog/blueprints";
    }

    @GetMapping("/blueprints/new")
    String fresh(Caller caller) {
        requireAdmin(caller);
        return "catalog/new";
    }

    @PostMapping("/blueprints")
    String begin(
            Caller caller, @RequestParam(defaultValue = "") String name, Model model, HttpServletResponse response) {
        requireAdmin(caller);
        try {
            return "redirect:/blueprints/%s/draft"
                    .formatted(drafts.begin(caller, name.strip()).name());
        } catch (InvalidException wrong) {
            return refused(422, name, wrong, model, response);
        } catch (ConflictException taken) {
            return refused(HttpServletResponse.SC_CONFLICT, name, taken, model, response);
        }
    }

    private static String refused(
            int status, String name, SlipwayException refusal, Model model, HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("typed", name);
        model.addAttribute("nameError", refusal.getMessage());
        return "catalog/new";
    }

    static void requireAdmin(Caller caller) {
        if (!caller.isPlatformAdmin()) {
            throw new RefusedException(
                    "not-platform-admin",
                    "Blueprints are changed by platform admins. The catalog shows them to everybody.");
        }
    }

    private Row row(
            Caller caller,
            BlueprintVersion version,
            @Nullable DraftView draft,
            InstancesOfBlueprint.@Nullable Figures figures) {
        return new Row(
                version,
                draft,
                Optional.ofNullable(draft)
                        .map(found -> people.nameOf(found.savedBy()))
                        .orElse(null),
                certifications.waiting(caller, version.name()).isPresent(),
                figures == null ? 0 : figures.instances());
    }

    /** A draft of a blueprint that is new: nothing of it is published yet. */
    record Begun(DraftView draft, String savedBy, boolean waiting) {}

    record Row(
            BlueprintVersion version,
            @Nullable DraftView draft,
            @Nullable String savedBy,
            boolean waiting,
            long instances) {}
}
