package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.rendering.CanonicalJson;
import dev.slipway.kernel.EnvironmentKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every blueprint of the catalogue: it compiles, its tests pass, its presets render to approved files. */
class TemplatesCatalogTests {

    private static final Path CATALOG = Path.of("../templates-catalog");
    private static final Path APPROVED = Path.of("../frontend/tests/approved/blueprints");
    private static final Facts FACTS = SampleFacts.facts();

    static Stream<String> blueprints() throws IOException {
        try (var folders = Files.list(CATALOG)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void compilesWithoutAWarning(String name) {
        var compilation = new BlueprintCompiler().compile(files(name));

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.orElseThrow().descriptor().name()).isEqualTo(name);
        assertThat(files(name).icon()).isPresent();
        assertThat(files(name).readme()).isNotBlank();
    }

    @TestFactory
    Stream<DynamicTest> passesTheTestsThatTravelWithIt() throws IOException {
        return blueprints().flatMap(name -> {
            var results = blueprint(name).test(FACTS);
            assertThat(results).hasSizeGreaterThanOrEqualTo(8);
            return results.stream()
                    .map(result -> DynamicTest.dynamicTest(
                            name + ": " + result.name(),
                            () -> assertThat(result.passed())
                                    .as("%s:%d%n%s", result.file(), result.line(), result.explanation())
                                    .isTrue()));
        });
    }

    @TestFactory
    Stream<DynamicTest> rendersItsPresetsAsApproved() throws IOException {
        return blueprints().flatMap(name -> {
            var blueprint = blueprint(name);
            return blueprint.presets().stream()
                    .map(preset -> DynamicTest.dynamicTest(
                            name + ": " + preset.name(), () -> approve(name, blueprint, preset)));
        });
    }

    private static void approve(String name, Blueprint blueprint, Preset preset) throws IOException {
        var parameters = new LinkedHashMap<String, Object>(Examples.of(name));
        parameters.putAll(preset.parameters());
        var facts = new Facts(
                FACTS.metadata(), FACTS.team(), environment(name), FACTS.user(), FACTS.cluster(), FACTS.models());
        var check = blueprint.check(parameters, facts);
        assertThat(check.errors()).isEmpty();
        var placed = SampleFacts.placed(facts, blueprint.needs(check.parameters(), facts));
        var rendering = blueprint.render(check.parameters(), placed);
        var text = new StringBuilder();
        text.append(CanonicalJson.pretty(Map.of(
                "claims",
                String.valueOf(rendering.claims()),
                "needs",
                String.valueOf(blueprint.needs(check.parameters(), facts)),
                "outputs",
                blueprint.outputs(check.parameters(), placed).stream()
                        .map(String::valueOf)
                        .toList())));
        for (var resource : rendering.resources()) {
            text.append("\n--- wave %d: %s%s%n".formatted(resource.wave(), resource.id(), resource.waitingFor()));
            text.append(CanonicalJson.pretty(resource.manifest()));
        }
        var approved = APPROVED.resolve(name).resolve(preset.name() + ".txt");
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(approved.getParent());
            Files.writeString(approved, text + "\n");
        }
        assertThat(text + "\n").isEqualTo(Files.readString(approved));
    }

    /** The strictest that the blueprint allows. */
    private static Facts.Environment environment(String blueprint) {
        return blueprint.equals("ci-test-environment")
                ? new Facts.Environment("test", EnvironmentKind.TEST)
                : new Facts.Environment("prod", EnvironmentKind.PROD);
    }

    static Blueprint blueprint(String name) {
        return new BlueprintCompiler().compile(files(name)).orElseThrow();
    }

    static BlueprintFiles files(String name) {
        var folder = CATALOG.resolve(name);
        var files = new LinkedHashMap<String, String>();
        try (var paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> files.put(folder.relativize(path).toString().replace('\\', '/'), read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BlueprintFiles(files);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
