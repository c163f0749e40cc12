package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.InvalidException;

/**
 * What may be written into a draft: files that a blueprint has, within their bounds. What a draft holds already may stay,
 * so that its other files can be written and each such file be mended or deleted for itself.
 */
final class DraftBounds {

    private DraftBounds() {}

    /** @throws InvalidException {@code not-a-file}, {@code file-too-large} */
    static void require(BlueprintFiles before, BlueprintFiles after) {
        after.byPath().forEach((path, text) -> {
            var there = before.byPath().get(path);
            if (there == null && !BlueprintFiles.isName(path)) {
                throw new InvalidException("not-a-file", BlueprintFiles.wrongName(path));
            }
            if (BlueprintFiles.isTooLarge(text) && !text.equals(there)) {
                throw new InvalidException(
                        "file-too-large",
                        "%s is larger than 256 KiB, so it is not saved. Your text is still here: shorten it."
                                .formatted(BlueprintFiles.shown(path)));
            }
        });
    }
}
