package dev.slipway.blueprint;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;

/** Checks what a folder holds besides its YAML: which files there are, and whether each is within its bounds. */
final class FolderCheck {

    private FolderCheck() {}

    static void check(BlueprintFiles files, Diagnostics diagnostics) {
        files.byPath().keySet().stream()
                .filter(path -> !BlueprintFiles.isName(path))
                .forEach(path -> diagnostics.error(Code.S006, Place.start(path), BlueprintFiles.wrongName(path)));
        files.byPath().forEach((path, text) -> {
            if (BlueprintFiles.isTooLarge(text) && !path.endsWith(".yaml")) {
                diagnostics.error(Code.Y002, Place.start(path), "The file is larger than 256 KiB.");
            }
        });
        var readme = files.readme();
        if (!BlueprintFiles.isTooLarge(readme) && Markdown.read(readme).isEmpty()) {
            diagnostics.error(
                    Code.Y002, Place.start(BlueprintFiles.README), "This is nested too deeply, more than 64.");
        }
    }
}
