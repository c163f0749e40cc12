package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import com.sun.management.ThreadMXBean;
import dev.slipway.blueprint.expression.Interpolation;
import dev.slipway.blueprint.rendering.CanonicalJson;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.YamlReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Whatever is written, it is answered: no exception but those that are promised, no endless thinking, and nothing said of a
 * place that is not in the text. The ordinary build tries what fuzzing has found worth keeping; see docs/development.md for how
 * to look for more.
 */
class FuzzTests {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Of the processor. The language allows itself two seconds for each question; a fuzzer's bookkeeping takes as much again. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Map<String, Object> NAMED = Map.of("name", "n");

    private long start;

    @BeforeEach
    void startClock() {
        start = THREAD.getCurrentThreadCpuTime();
    }

    @AfterEach
    void lookAtClock() {
        assertThat(Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - start)).isLessThan(SOON);
    }

    @FuzzTest(maxDuration = "150s", lifecycle = Lifecycle.PER_EXECUTION)
    void anyTextIsReadAsYaml(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var diagnostics = new Diagnostics();

        var documents = YamlReader.readAll("a.yaml", text, diagnostics);

        standInside(diagnostics.inOrder(), Map.of("a.yaml", text));
        assertThat(documents.isEmpty() || documents.get(0).place().line() > 0).isTrue();
    }

    @FuzzTest(maxDuration = "180s", lifecycle = Lifecycle.PER_EXECUTION)
    void anyTextIsSplitCheckedAndEvaluated(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        splitsWithoutLoss(text);
        answers(Sketch.withData("x: " + CanonicalJson.of(text)));
        answers(Sketch.withData("x: |2\n" + text.indent(2)));
    }

    /** The parts, written as they must be, are the text again. */
    private static void splitsWithoutLoss(String text) {
        try {
            var together = new StringBuilder();
            for (var part : Interpolation.split(text)) {
                switch (part) {
                    case Interpolation.Literal literal ->
                        together.append(literal.text().replace("${", "$${"));
                    case Interpolation.Code code -> {
                        assertThat(text.substring(code.offset())).startsWith(code.source());
                        together.append("${").append(code.source()).append('}');
                    }
                }
            }
            assertThat(together.toString()).isEqualTo(text);
        } catch (Interpolation.UnclosedException e) {
            assertThat(text.substring(e.offset())).startsWith("${");
        }
    }

    private static void answers(String blueprint) {
        var files = BlueprintFiles.of(blueprint);
        var compilation = BlueprintCompiler.unchecked().compile(files);
        standInside(compilation.diagnostics(), files.byPath());
        compilation.blueprint().ifPresent(checked -> asked(checked, NAMED));
    }

    @FuzzTest(maxDuration = "270s", lifecycle = Lifecycle.PER_EXECUTION)
    void anyChangeToABlueprintIsCompiledAndRendered(FuzzedDataProvider data) throws IOException {
        var name = data.pickValue(TemplatesCatalogTests.blueprints().toArray(String[]::new));
        var files = TemplatesCatalogTests.files(name);
        var file = data.pickValue(files.byPath().keySet().stream()
                .filter(path -> path.endsWith(".yaml"))
                .toArray(String[]::new));
        var changed = files.with(file, changed(files.byPath().getOrDefault(file, ""), data));

        var compilation = new BlueprintCompiler().compile(changed);

        standInside(compilation.diagnostics(), changed.byPath());
        compilation.blueprint().ifPresent(blueprint -> {
            asked(blueprint, Examples.of(name));
            blueprint.presets().forEach(preset -> {
                var parameters = new LinkedHashMap<String, Object>(Examples.of(name));
                parameters.putAll(preset.parameters());
                asked(blueprint, parameters);
            });
            assertThat(blueprint.test(Sketch.FACTS)).isNotNull();
        });
    }

    /** The text after a few edits such as people make: a line lost, doubled, moved in or out, or written otherwise. */
    private static String changed(String text, FuzzedDataProvider data) {
        var lines = new ArrayList<>(text.lines().toList());
        for (int edits = data.consumeInt(1, 4); edits > 0 && !lines.isEmpty(); edits--) {
            var at = data.consumeInt(0, lines.size() - 1);
            var line = lines.get(at);
            switch (data.consumeInt(0, 6)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(data.consumeInt(0, lines.size()), line);
                case 2 -> lines.set(at, "  " + line);
                case 3 -> lines.set(at, line.startsWith("  ") ? line.substring(2) : line);
                case 4 -> lines.set(at, line.substring(0, data.consumeInt(0, line.length())));
                case 5 -> {
                    var value = line.indexOf(": ") + 2;
                    lines.set(at, line.substring(0, Math.min(value, line.length())) + data.consumeString(40));
                }
                default -> {
                    var from = data.consumeInt(0, line.length());
                    var to = data.consumeInt(from, line.length());
                    lines.set(at, line.substring(0, from) + data.consumeString(20) + line.substring(to));
                }
            }
        }
        return String.join("\n", lines);
    }

    /** Every question that can be put to a blueprint; that it cannot be evaluated is an answer. */
    private static void asked(Blueprint blueprint, Map<String, Object> submitted) {
        try {
            var check = blueprint.check(submitted, Sketch.FACTS);
            if (check.ok()) {
                var parameters = check.parameters();
                var facts = SampleFacts.placed(Sketch.FACTS, blueprint.needs(parameters, Sketch.FACTS));
                assertThat(blueprint.values(parameters, facts)).isNotNull();
                for (var resource : blueprint.render(parameters, facts).resources()) {
                    assertThat(resource.yaml()).isNotBlank();
                    assertThat(blueprint.readiness(resource.id(), resource.manifest(), parameters, facts))
                            .isNotNull();
                }
                assertThat(blueprint.outputs(parameters, facts)).isNotNull();
            }
        } catch (EvaluationException e) {
            assertThat(e.code()).startsWith("SW-");
        }
    }

    private static void standInside(List<Diagnostic> diagnostics, Map<String, String> texts) {
        for (var diagnostic : diagnostics) {
            var lines = texts.getOrDefault(diagnostic.file(), "").split("\r\n|[\r\n]", -1);
            assertThat(diagnostic.line()).as(diagnostic.toString()).isBetween(1, lines.length);
            var line = lines[diagnostic.line() - 1];
            assertThat(diagnostic.column())
                    .as(diagnostic.toString())
                    .isBetween(1, line.codePointCount(0, line.length()) + 1);
        }
    }
}
