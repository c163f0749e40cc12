package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DraftView;
import dev.slipway.catalog.Drafts;
import dev.slipway.kernel.NotFoundException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The files that editing goes on from. */
@Component
class DraftFiles {

    private static final Pattern TEST = Pattern.compile("tests/[a-z0-9][a-z0-9-]{0,60}\\.yaml");

    private final Drafts drafts;
    private final Catalog catalog;

    DraftFiles(Drafts drafts, Catalog catalog) {
        this.drafts = drafts;
        this.catalog = catalog;
    }

    /** Whether a blueprint may have such a file. */
    static boolean isAllowed(String path) {
        return path.equals(BlueprintFiles.README)
                || path.equals(BlueprintFiles.ICON)
                || TEST.matcher(path).matches();
    }

    static String refusal(String path) {
        return isAllowed(path)
                ? "There is a file %s already.".formatted(path)
                : "'%s' is no file of a blueprint: those are README.md, icon.svg and tests/<name>.yaml."
                        .formatted(path);
    }

    /** Those of the draft, or those of the newest version, whatever its status, while there is none. */
    BlueprintFiles of(Caller caller, String name) {
        return drafts.find(caller, name)
                .map(DraftView::files)
                .or(() -> catalog.newest(name).map(BlueprintVersion::files))
                .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no blueprint " + name + "."));
    }
}
