package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.completion.Proposals;
import dev.slipway.catalog.DraftCompletions;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the editor what may be written where the cursor stands. */
@RestController
class CompletionsController {

    private final DraftFiles files;
    private final DraftCompletions completions;

    CompletionsController(DraftFiles files, DraftCompletions completions) {
        this.files = files;
        this.completions = completions;
    }

    /**
     * @param line from 1
     * @param column from 0, in UTF-16 units
     */
    @PostMapping("/blueprints/{name}/draft/completions")
    Proposals completions(
            Caller caller,
            @PathVariable String name,
            @RequestParam String file,
            @RequestParam String text,
            @RequestParam int line,
            @RequestParam int column) {
        BlueprintsController.requireAdmin(caller);
        var edit = new Edit(file, text, 0, "", Map.of());
        return completions.at(caller, name, edit.in(files.of(caller, name)), edit.file(), line, column);
    }
}
