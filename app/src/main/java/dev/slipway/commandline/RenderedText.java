package dev.slipway.commandline;

import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.Rendering;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Objects as documents of YAML, each with its place in the blueprint as a comment. */
final class RenderedText {

    private RenderedText() {}

    static String of(Rendering rendering) {
        return rendering.resources().stream().map(RenderedText::document).collect(Collectors.joining("---\n"));
    }

    private static String document(RenderedResource resource) {
        var waits =
                resource.isWaiting() ? ", waits for " + String.join(", ", new TreeSet<>(resource.waitingFor())) : "";
        return "# %s, wave %d%s%n%s".formatted(resource.label(), resource.wave(), waits, resource.yaml());
    }
}
