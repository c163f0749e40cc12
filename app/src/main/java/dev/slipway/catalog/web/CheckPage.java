package dev.slipway.catalog.web;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Correction;
import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.FormField;
import dev.slipway.blueprint.Preset;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.Rendering;
import dev.slipway.blueprint.TextDiff;
import dev.slipway.blueprint.VersionDiff;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.DraftCheck;
import dev.slipway.catalog.Preview;
import dev.slipway.model.Models;
import dev.slipway.shell.ui.Choice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the outcome of a check on the page. */
@Component
class CheckPage {

    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();

    private final Models models;

    CheckPage(Models models) {
        this.models = models;
    }

    void fill(DraftCheck check, BlueprintFiles files, String file, Optional<BlueprintVersion> newest, Model model) {
        var text = files.byPath().getOrDefault(file, "");
        var diagnostics = check.compilation().diagnostics();
        model.addAttribute("check", check);
        model.addAttribute("problems", problems(diagnostics, file, text));
        model.addAttribute(
                "errors", diagnostics.stream().filter(Diagnostic::isError).count());
        model.addAttribute(
                "warnings",
                diagnostics.stream().filter(problem -> !problem.isError()).count());
        model.addAttribute(
                "passed", check.tests().stream().filter(test -> test.passed()).count());
        model.addAttribute("file", file);
        model.addAttribute("looks", FileLook.of(file, text).orElse(null));
        check.compilation().blueprint().ifPresent(blueprint -> form(blueprint, check, model));
        check.preview().ifPresent(preview -> objects(preview, model));
        model.addAttribute("values", file.equals(BlueprintFiles.BLUEPRINT) ? LineValue.of(check) : List.of());
        model.addAttribute(
                "against",
                newest.map(version -> diff(version, files, file, text)).orElse(null));
    }

    private static List<Problem> problems(List<Diagnostic> diagnostics, String file, String text) {
        return IntStream.range(0, diagnostics.size())
                .mapToObj(number -> {
                    var diagnostic = diagnostics.get(number);
                    var correction = diagnostic.file().equals(file) ? Correction.of(diagnostic, text) : null;
                    return new Problem(number, diagnostic, correction);
                })
                .toList();
    }

    private static Against diff(BlueprintVersion version, BlueprintFiles files, String file, String text) {
        var published = version.files().byPath().getOrDefault(file, "");
        return new Against(
                version.version(), TextDiff.of(published, text), VersionDiff.between(version.files(), files));
    }

    private void form(Blueprint blueprint, DraftCheck check, Model model) {
        var parameters = check.preview().map(Preview::parameters).orElse(Map.of());
        model.addAttribute(
                "fields",
                blueprint.form().fields().stream()
                        .filter(field -> field.matters(parameters))
                        .map(field -> new Field(
                                field,
                                choices(field),
                                written(parameters.get(field.name())),
                                check.preview()
                                        .flatMap(preview -> error(preview, field))
                                        .orElse(null)))
                        .toList());
        model.addAttribute(
                "presets", blueprint.presets().stream().map(CheckPage::choice).toList());
    }

    /** A list one item a line, as its field takes it. */
    private static String written(@Nullable Object value) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : Objects.toString(value, "");
    }

    private static Optional<String> error(Preview preview, FormField field) {
        return preview.errors().stream()
                .filter(error -> error.path().equals(field.name()))
                .map(FieldError::message)
                .findFirst();
    }

    private static Choice choice(Preset preset) {
        return Choice.of(preset.name(), preset.title());
    }

    private List<Choice> choices(FormField field) {
        if ("models".equals(field.source())) {
            return models.certified().stream()
                    .filter(model -> model.matches(field.sourceFilter()))
                    .map(model -> Choice.of(model.name(), model.title()))
                    .toList();
        }
        return field.choices().stream()
                .map(choice -> Choice.of(choice.value(), choice.label()))
                .toList();
    }

    private static void objects(Preview preview, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute(
                "objects",
                preview.rendering().stream()
                        .flatMap(rendering -> rendering.resources().stream())
                        .map(CheckPage::object)
                        .toList());
        model.addAttribute(
                "graph",
                preview.rendering()
                        .map(rendering -> ResourceGraph.of(rendering.resources()))
                        .orElse(null));
        model.addAttribute("claims", preview.rendering().map(Rendering::claims).orElse(null));
    }

    private static ShownObject object(RenderedResource resource) {
        return new ShownObject(
                resource.kind(),
                resource.name(),
                new Dump(YAML).dumpToString(resource.manifest()).stripTrailing());
    }

    /**
     * A diagnostic in the list of problems.
     *
     * @param number by which its fix is asked for
     * @param correction where it stands in the file that is open; null when it stands in another
     */
    record Problem(
            int number, Diagnostic diagnostic, @Nullable Correction correction) {

        public @Nullable String fix() {
            return correction == null ? null : correction.replacement().orElse(null);
        }
    }

    /** A field of the form as developers see it, filled with the example. */
    record Field(
            FormField field,
            List<Choice> choices,
            String value,
            @Nullable String error) {}

    /**
     * What is different from a published version.
     *
     * @param diff of the file that is open
     * @param since of the whole blueprint, in sentences
     */
    record Against(String version, TextDiff diff, VersionDiff since) {}

    record ShownObject(String kind, String name, String yaml) {}
}
