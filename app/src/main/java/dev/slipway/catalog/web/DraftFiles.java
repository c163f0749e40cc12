package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DraftView;
import dev.slipway.catalog.Drafts;
import dev.slipway.kernel.NotFoundException;
import org.springframework.stereotype.Component;

/** The files that editing goes on from. */
@Component
class DraftFiles {

    private final Drafts drafts;
    private final Catalog catalog;

    DraftFiles(Drafts drafts, Catalog catalog) {
        this.drafts = drafts;
        this.catalog = catalog;
    }

    /** Those of the draft, or those of the newest version, whatever its status, while there is none. */
    BlueprintFiles of(Caller caller, String name) {
        return drafts.find(caller, name)
                .map(DraftView::files)
                .or(() -> catalog.newest(name).map(BlueprintVersion::files))
                .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no blueprint " + name + "."));
    }
}
