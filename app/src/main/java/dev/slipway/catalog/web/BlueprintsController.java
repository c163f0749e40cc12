package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Certifications;
import dev.slipway.catalog.DraftView;
import dev.slipway.catalog.Drafts;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.kernel.RefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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
        return "catalog/blueprints";
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

    record Row(
            BlueprintVersion version,
            @Nullable DraftView draft,
            @Nullable String savedBy,
            boolean waiting,
            long instances) {}
}
