package dev.slipway.blueprint;

import dev.slipway.blueprint.definition.DefinitionReader;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.YamlReader;
import java.util.Optional;

/** Turns a blueprint's text into a {@link Blueprint}, or says what is wrong with it. Never throws because of the text. */
public final class BlueprintCompiler {

    public Compilation compile(BlueprintFiles files) {
        var diagnostics = new Diagnostics();
        if (files.blueprint().isBlank()) {
            diagnostics.error(
                    Code.Y001, Place.start(BlueprintFiles.BLUEPRINT), "There is no blueprint.yaml, or it is empty.");
            return new Compilation(Optional.empty(), diagnostics.inOrder());
        }
        var definition = YamlReader.read(BlueprintFiles.BLUEPRINT, files.blueprint(), diagnostics)
                .flatMap(document -> DefinitionReader.read(document, diagnostics));
        var blueprint = definition
                .filter(ignored -> !diagnostics.hasErrors())
                .<Blueprint>map(found -> new CheckedBlueprint(found, files.readme()));
        return new Compilation(blueprint, diagnostics.inOrder());
    }
}
