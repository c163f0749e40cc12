package dev.slipway.blueprint;

import java.util.List;
import java.util.Optional;

/**
 * What came of compiling a blueprint.
 *
 * @param blueprint present when there is no error
 * @param diagnostics errors and warnings in the order of their place in the files
 */
public record Compilation(Optional<Blueprint> blueprint, List<Diagnostic> diagnostics) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean ok() {
        return blueprint.isPresent();
    }

    /** The blueprint of files known to be right, as published ones are. */
    public Blueprint orElseThrow() {
        return blueprint.orElseThrow(() -> new IllegalStateException("the blueprint has errors: " + diagnostics));
    }
}
