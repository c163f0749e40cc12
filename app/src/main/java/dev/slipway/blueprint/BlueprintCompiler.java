package dev.slipway.blueprint;

import java.util.List;
import java.util.Optional;

/** Turns a blueprint's text into a {@link Blueprint}, or says what is wrong with it. Never throws because of the text. */
public final class BlueprintCompiler {

    public Compilation compile(BlueprintFiles files) {
        return new Compilation(Optional.empty(), List.of());
    }
}
