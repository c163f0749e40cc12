package dev.slipway.catalog.web;

import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Deprecation;
import dev.slipway.kernel.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalog as JSON. */
@RestController
@RequestMapping("/api/v1/blueprints")
class CatalogApiController {

    private final Catalog catalog;

    CatalogApiController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping
    List<Summary> all() {
        return catalog.latest().stream().map(CatalogApiController::summary).toList();
    }

    @GetMapping("/{name}")
    Detail one(@PathVariable String name) {
        return catalog.latest(name)
                .map(CatalogApiController::detail)
                .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no blueprint " + name + "."));
    }

    @GetMapping("/{name}/versions/{version}")
    Detail version(@PathVariable String name, @PathVariable String version) {
        return detail(catalog.version(name, version));
    }

    private static Summary summary(BlueprintVersion version) {
        var descriptor = version.blueprint().descriptor();
        return new Summary(
                version.name(),
                version.version(),
                version.status().word(),
                descriptor.title(),
                descriptor.summary(),
                descriptor.category(),
                descriptor.tags(),
                descriptor.owner(),
                version.publishedAt(),
                version.note(),
                version.deprecation().map(Deprecation::until).orElse(null),
                version.deprecation().map(Deprecation::note).orElse(null));
    }

    private static Detail detail(BlueprintVersion version) {
        return new Detail(
                summary(version), version.contentHash(), version.blueprint().parametersSchema());
    }

    record Summary(
            String name,
            String version,
            String status,
            String title,
            String summary,
            String category,
            List<String> tags,
            String owner,
            Instant publishedAt,
            String changeNote,
            @Nullable LocalDate deprecatedUntil,
            @Nullable String deprecationNote) {}

    record Detail(Summary blueprint, String contentHash, Map<String, Object> parameters) {}
}
