package dev.slipway.commandline;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Preset;
import dev.slipway.blueprint.Rendering;
import dev.slipway.blueprint.SampleFacts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the objects of an instance, for an invented team on an invented cluster. */
@Command(name = "render", description = "Shows the Kubernetes objects that a blueprint makes of parameters.")
final class RenderCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "A folder with a blueprint.yaml.")
    private Path folder = Path.of("");

    @Option(names = "--preset", paramLabel = "NAME", description = "Begin with the parameters of this preset.")
    private @Nullable String preset;

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "A file of YAML or JSON with parameters; they count more than those of the preset.")
    private @Nullable Path parameters;

    @Option(
            names = "--given",
            paramLabel = "FILE",
            description = "A file of YAML with what differs from the sample facts, as 'given' of a test says it.")
    private @Nullable Path given;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Override
    public Integer call() {
        var checked = Checked.all(List.of(folder)).get(0);
        var err = spec.commandLine().getErr();
        var blueprint = checked.compilation().blueprint();
        if (blueprint.isEmpty()) {
            err.print(DiagnosticsText.of(List.of(checked)));
            return SlipwayCommand.AT_FAULT;
        }
        var facts = facts();
        var check = blueprint.get().check(submitted(blueprint.get()), facts);
        if (!check.ok()) {
            check.errors().forEach(error -> err.println("%s: %s".formatted(error.path(), error.message())));
            return SlipwayCommand.AT_FAULT;
        }
        try {
            var placed = SampleFacts.placed(facts, blueprint.get().needs(check.parameters(), facts));
            var rendering = blueprint.get().render(check.parameters(), placed);
            destination.write(written(rendering));
            return SlipwayCommand.FINE;
        } catch (EvaluationException e) {
            err.println("%s at %s: %s".formatted(e.code(), e.path(), e.getMessage()));
            return SlipwayCommand.AT_FAULT;
        }
    }

    private Facts facts() {
        var differing = ParametersFile.read(given);
        try {
            return SampleFacts.facts(differing);
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException("%s cannot be used: %s.".formatted(given, e.getMessage()), e);
        }
    }

    private Map<String, Object> submitted(Blueprint blueprint) {
        var submitted = new LinkedHashMap<String, Object>();
        if (preset != null) {
            submitted.putAll(preset(blueprint, preset).parameters());
        }
        submitted.putAll(ParametersFile.read(parameters));
        return submitted;
    }

    private Preset preset(Blueprint blueprint, String name) {
        return blueprint.presets().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no preset '%s'; there is %s.".formatted(name, names(blueprint))));
    }

    private static String names(Blueprint blueprint) {
        return blueprint.presets().isEmpty()
                ? "none"
                : blueprint.presets().stream().map(Preset::name).collect(Collectors.joining(", "));
    }

    private String written(Rendering rendering) {
        return switch (format) {
            case TEXT -> RenderedText.of(rendering);
            case JSON ->
                Json.of(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "List",
                        "items",
                        rendering.resources().stream()
                                .map(resource -> resource.manifest())
                                .toList()));
        };
    }
}
