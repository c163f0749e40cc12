package dev.slipway.catalog.web;

import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.kernel.NotFoundException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The picture that a blueprint's author drew. Pages show it as an image, in which nothing runs and from which nothing is
 * fetched; the portal's content policy keeps it so for whoever opens it by its address. A published version never changes,
 * and neither does its picture.
 */
@Controller
class IconController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Catalog catalog;

    IconController(Catalog catalog) {
        this.catalog = catalog;
    }

    static String address(BlueprintVersion version) {
        return "/catalog/%s/%s/icon.svg".formatted(version.name(), version.version());
    }

    @GetMapping("/catalog/{name}/{version}/icon.svg")
    ResponseEntity<String> icon(@PathVariable String name, @PathVariable String version) {
        return catalog.version(name, version)
                .files()
                .icon()
                .map(icon -> ResponseEntity.ok()
                        .contentType(SVG)
                        .cacheControl(FOR_EVER)
                        .body(icon))
                .orElseThrow(() -> new NotFoundException(
                        "blueprint-not-found", "%s %s has no picture of its own.".formatted(name, version)));
    }
}
