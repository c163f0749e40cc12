package dev.slipway.shell;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sends all styles and all scripts; their names change with what is in them, so they may be kept for ever. */
@Controller
class AssetsController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/css/slipway-{hash:[0-9a-f]+}.css")
    ResponseEntity<String> styles(@PathVariable String hash) {
        return answer(assets.styles(), hash, "text/css");
    }

    @GetMapping("/js/slipway-{hash:[0-9a-f]+}.js")
    ResponseEntity<String> scripts(@PathVariable String hash) {
        return answer(assets.script(), hash, "text/javascript");
    }

    /** While two versions of the portal run, a page of one may ask the other: it gets what there is, unkept. */
    private static ResponseEntity<String> answer(Assets.Bundle bundle, String hash, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(bundle.hash().equals(hash) ? FOR_EVER : CacheControl.noStore())
                .body(bundle.text());
    }
}
