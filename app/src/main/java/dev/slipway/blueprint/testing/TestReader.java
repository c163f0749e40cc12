package dev.slipway.blueprint.testing;

import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.definition.ResourceDefinition;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.Scope;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import dev.slipway.blueprint.source.YamlReader;
import dev.slipway.blueprint.testing.TestCase.Expectation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the tests that travel with a blueprint, and checks what they say against it. */
public final class TestReader {

    private static final Set<String> GIVEN = Set.of(
            "metadata", "team", "environment", "user", "cluster", "models", "instances", "shares", "weights", "live");

    private final Definition definition;
    private final Diagnostics diagnostics;
    private final TemplateCompiler compiler;
    private final Scope scope;
    private final Set<String> resources;

    private TestReader(Definition definition, Diagnostics diagnostics) {
        this.definition = definition;
        this.diagnostics = diagnostics;
        var results = Map.of(
                "resource", SimpleType.DYN,
                "outputs", SimpleType.DYN,
                "claims", SimpleType.DYN);
        this.compiler = new TemplateCompiler(
                definition.expressions().reportingTo(diagnostics).with(Map.copyOf(results)));
        var roots = new HashSet<>(Scope.FACTS);
        roots.addAll(List.of("parameters", "variables", "shares", "weights", "resource", "outputs", "claims"));
        this.scope = new Scope("a test", roots);
        this.resources =
                definition.resources().stream().map(ResourceDefinition::id).collect(Collectors.toSet());
    }

    public static List<TestCase> read(Definition definition, BlueprintFiles files, Diagnostics diagnostics) {
        var reader = new TestReader(definition, diagnostics);
        var tests = new ArrayList<TestCase>();
        files.tests()
                .forEach((path, text) -> YamlReader.readAll(path, text, diagnostics).stream()
                        .filter(document -> document.plain() != null)
                        .forEach(document -> tests.add(reader.test(Section.of(document, diagnostics)))));
        return tests;
    }

    private TestCase test(Section section) {
        var name = section.requiredText("name");
        var parameters = map(section, "parameters");
        parameters.keySet().stream()
                .filter(parameter -> !definition.schema().names().contains(parameter))
                .filter(parameter -> section.node("expectError").isEmpty())
                .forEach(parameter -> {
                    var fix = Suggestion.nearest(parameter, definition.schema().names());
                    diagnostics.error(
                            Code.T001,
                            section.place("parameters"),
                            "There is no parameter '%s'.%s".formatted(parameter, Suggestion.didYouMean(fix)),
                            fix);
                });
        var given = map(section, "given");
        checkGiven(section, given);
        var expectations = new ArrayList<Expectation>();
        for (var item : section.sections("expect")) {
            expectation(item).ifPresent(expectations::add);
        }
        var refusal = section.section("expectError").map(TestReader::refusal);
        if (expectations.isEmpty() == refusal.isEmpty()
                && section.items("expect").isEmpty()) {
            diagnostics.error(Code.T001, section.place(), "A test says what it expects: expect or expectError.");
        }
        section.done();
        return new TestCase(name, section.place(), parameters, given, expectations, refusal.orElse(null));
    }

    private void checkGiven(Section section, Map<String, Object> given) {
        given.keySet().stream().filter(name -> !GIVEN.contains(name)).forEach(name -> {
            var fix = Suggestion.nearest(name, GIVEN);
            diagnostics.error(
                    Code.T001,
                    section.place("given"),
                    "A test cannot give '%s'.%s".formatted(name, Suggestion.didYouMean(fix)),
                    fix);
        });
        if (given.get("live") instanceof Map<?, ?> live) {
            live.keySet()
                    .forEach(id ->
                            resource(String.valueOf(id), section.place("given").path(), section));
        }
    }

    private void resource(String id, String path, Section section) {
        if (!resources.contains(id) && !id.startsWith("network-")) {
            var fix = Suggestion.nearest(id, resources);
            diagnostics.error(
                    Code.T001,
                    section.place(path.endsWith("given") ? "given" : "resource"),
                    "There is no resource '%s'.%s".formatted(id, Suggestion.didYouMean(fix)),
                    fix);
        }
    }

    private Optional<Expectation> expectation(Section section) {
        var state = section.text("state");
        var absent = section.text("absent");
        var resource = section.text("resource");
        Optional<Expectation> expectation;
        if (state.isPresent()) {
            var word = section.choice("state", "Ready", List.of("Ready", "Provisioning", "Failed"));
            expectation = Optional.of(new TestCase.State(word, section.text("blocking", "")));
        } else if (absent.isPresent()) {
            resource(absent.get(), "", section);
            expectation = Optional.of(new TestCase.Absent(absent.get()));
        } else {
            resource.ifPresent(id -> resource(id, "", section));
            expectation = holds(section, resource.orElse(null));
        }
        section.done();
        return expectation;
    }

    private Optional<Expectation> holds(Section section, @Nullable String resource) {
        var key = section.text("key", "");
        for (var field : List.of("assert", "shares", "claims", "outputs")) {
            var node = section.node(field);
            if (node.isPresent()) {
                return compiler.expression(node.get(), scope, Expected.BOOLEAN)
                        .map(rule -> new TestCase.Holds(resource, key, rule));
            }
        }
        diagnostics.error(
                Code.T001, section.place(), "An expectation has assert, shares, claims, outputs, absent or state.");
        return Optional.empty();
    }

    private static TestCase.Refusal refusal(Section section) {
        var refusal = new TestCase.Refusal(section.text("path", ""), section.text("message", ""));
        section.done();
        return refusal;
    }

    private static Map<String, Object> map(Section section, String name) {
        var map = new LinkedHashMap<String, Object>();
        section.named(name).forEach((key, field) -> put(map, key, field.value()));
        return map;
    }

    private static void put(Map<String, Object> map, String key, YamlNode node) {
        var value = node.plain();
        if (value != null) {
            map.put(key, value);
        }
    }
}
