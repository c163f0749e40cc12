package dev.slipway.blueprint;

import dev.slipway.blueprint.definition.DefinitionReader;
import dev.slipway.blueprint.definition.Kinds;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.YamlReader;
import dev.slipway.blueprint.testing.TestReader;
import java.util.Optional;
import java.util.Set;

/** Turns a blueprint's text into a {@link Blueprint}, or says what is wrong with it. Never throws because of the text. */
public final class BlueprintCompiler {

    private final KubernetesSchemas schemas;
    private final boolean isFolderChecked;

    /** One that knows the kinds of Kubernetes itself and the custom resources that Slipway describes. */
    public BlueprintCompiler() {
        this(KubernetesSchemas.shipped());
    }

    /**
     * One that takes templates, and what lies beside them, as they are. For versions that are published: they were checked before, and stay readable
     * whatever later versions of Kubernetes or of this check would say of them.
     */
    public static BlueprintCompiler unchecked() {
        return new BlueprintCompiler(KubernetesSchemas.none(), false);
    }

    /** One that knows these kinds; templates of others are not checked against a schema. */
    public BlueprintCompiler(KubernetesSchemas schemas) {
        this(schemas, true);
    }

    private BlueprintCompiler(KubernetesSchemas schemas, boolean isFolderChecked) {
        this.schemas = schemas;
        this.isFolderChecked = isFolderChecked;
    }

    /** The kinds that blueprints may create, as {@code apiVersion/kind}. */
    public static Set<String> kinds() {
        return Kinds.allowed();
    }

    public Compilation compile(BlueprintFiles files) {
        var diagnostics = new Diagnostics();
        if (isFolderChecked) {
            FolderCheck.check(files, diagnostics);
        }
        if (files.blueprint().isBlank()) {
            diagnostics.error(
                    Code.Y001, Place.start(BlueprintFiles.BLUEPRINT), "There is no blueprint.yaml, or it is empty.");
            return new Compilation(Optional.empty(), diagnostics.inOrder());
        }
        var definition = YamlReader.read(BlueprintFiles.BLUEPRINT, files.blueprint(), diagnostics)
                .flatMap(document -> DefinitionReader.read(document, schemas, diagnostics));
        if (definition.isEmpty()) {
            return new Compilation(Optional.empty(), diagnostics.inOrder());
        }
        var tests = TestReader.read(definition.get(), files, diagnostics);
        Blueprint blueprint = new CheckedBlueprint(definition.get(), files.readme(), tests);
        return new Compilation(
                diagnostics.hasErrors() ? Optional.empty() : Optional.of(blueprint), diagnostics.inOrder());
    }
}
