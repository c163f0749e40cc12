package dev.slipway.commandline;

import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.Compilation;
import dev.slipway.blueprint.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/** A folder with what the compiler says of it, against the schemas that are shipped: no cluster is at hand here. */
record Checked(BlueprintFolder folder, Compilation compilation) {

    static List<Checked> all(List<Path> places) {
        // All are read before the first is compiled: a folder that is not there is said at once.
        var folders = places.stream().map(BlueprintFolder::read).toList();
        var compiler = new BlueprintCompiler();
        return folders.stream()
                .map(folder -> new Checked(folder, compiler.compile(folder.files())))
                .toList();
    }

    List<Diagnostic> diagnostics() {
        return compilation.diagnostics();
    }

    long errors() {
        return diagnostics().stream().filter(Diagnostic::isError).count();
    }

    long warnings() {
        return diagnostics().size() - errors();
    }
}
