package dev.slipway.blueprint.testing;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.definition.ResourceDefinition;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.Scope;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import dev.slipway.blueprint.source.YamlReader;
import dev.slipway.blueprint.testing.TestCase.Expectation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    private static final int MOST_TESTS = 200;
    private static final int MOST_CHARACTERS = 512 * 1024;

    private final Definition definition;
    private final Diagnostics diagnostics;
    private final ExpressionCompiler expressions;
    private final TemplateCompiler compiler;
    private final Map<String, TemplateCompiler> compilers = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Scope scope;
    private final Set<String> resources;
    private final GivenReader given;

    private TestReader(Definition definition, Diagnostics diagnostics) {
        this.definition = definition;
        this.diagnostics = diagnostics;
        var results = Map.of(
                "resource", SimpleType.DYN,
                "outputs", SimpleType.DYN,
                "claims", SimpleType.DYN);
        this.expressions = definition.expressions().reportingTo(diagnostics).with(Map.copyOf(results));
        this.compiler = new TemplateCompiler(expressions);
        var roots = new HashSet<>(Scope.FACTS);
        roots.addAll(List.of("parameters", "variables", "shares", "weights", "resource", "outputs", "claims"));
        this.scope = new Scope("a test", roots);
        this.resources =
                definition.resources().stream().map(ResourceDefinition::id).collect(Collectors.toSet());
        this.given = new GivenReader(definition, diagnostics, resources);
    }

    public static List<TestCase> read(Definition definition, BlueprintFiles files, Diagnostics diagnostics) {
        var reader = new TestReader(definition, diagnostics);
        var tests = new ArrayList<TestCase>();
        int characters = 0;
        for (var file : files.tests().entrySet()) {
            characters += file.getValue().length();
            if (characters > MOST_CHARACTERS) {
                diagnostics.error(Code.Y002, Place.start(file.getKey()), "The tests are larger than 512 KiB.");
                return tests;
            }
            for (var document : YamlReader.readAll(file.getKey(), file.getValue(), diagnostics)) {
                if (tests.size() == MOST_TESTS) {
                    diagnostics.error(
                            Code.S007, document.place(), "There are more than %d tests.".formatted(MOST_TESTS));
                    return tests;
                }
                if (document.plain() != null) {
                    tests.add(reader.test(Section.of(document, diagnostics)));
                }
            }
        }
        return tests;
    }

    private TestCase test(Section section) {
        var name = section.requiredText("name");
        if (!name.isEmpty() && !names.add(name)) {
            diagnostics.error(Code.S005, section.place("name"), "There are two tests called '%s'.".formatted(name));
        }
        var parameters = map(section, "parameters");
        var refusal = section.section("expectError").map(error -> refusal(error, parameters.keySet()));
        if (refusal.isEmpty()) {
            section.named("parameters").forEach((parameter, field) -> parameter(parameter, field.place(), List.of()));
        }
        section.section("given").ifPresent(given::check);
        var expectations = new ArrayList<Expectation>();
        for (var item : section.sections("expect")) {
            expectation(item).ifPresent(expectations::add);
        }
        var expects = section.node("expect")
                .filter(node ->
                        !(node instanceof YamlNode.Sequence list && list.items().isEmpty()));
        if (refusal.isPresent() == expects.isPresent()) {
            diagnostics.error(Code.T001, section.place(), "A test says what it expects: either expect or expectError.");
        }
        var facts = map(section, "given");
        section.done();
        return new TestCase(name, section.place(), parameters, facts, expectations, refusal.orElse(null));
    }

    /** That there is such a parameter, or one of these. */
    private void parameter(String name, Place place, Collection<String> others) {
        var names = definition.schema().names();
        if (!names.contains(name) && !others.contains(name)) {
            var fix = Suggestion.nearest(name, names);
            diagnostics.error(
                    Code.T001, place, "There is no parameter '%s'.%s".formatted(name, Suggestion.didYouMean(fix)), fix);
        }
    }

    private void resource(String id, Place place) {
        if (!resources.contains(id) && !id.startsWith("network-")) {
            var fix = Suggestion.nearest(id, resources);
            diagnostics.error(
                    Code.T001, place, "There is no resource '%s'.%s".formatted(id, Suggestion.didYouMean(fix)), fix);
        }
    }

    private Optional<Expectation> expectation(Section section) {
        var state = section.text("state");
        var absent = section.text("absent");
        var resource = section.text("resource");
        Optional<Expectation> expectation;
        if (state.isPresent()) {
            var word = section.choice("state", "Ready", List.of("Ready", "Provisioning", "Failed"));
            var blocking = section.text("blocking", "");
            if (!blocking.isEmpty()) {
                resource(blocking, section.place("blocking"));
            }
            expectation = Optional.of(new TestCase.State(word, blocking));
        } else if (absent.isPresent()) {
            resource(absent.get(), section.place("absent"));
            expectation = Optional.of(new TestCase.Absent(absent.get()));
        } else {
            resource.ifPresent(id -> resource(id, section.place("resource")));
            expectation = holds(section, resource.orElse(null));
        }
        section.done();
        return expectation;
    }

    private Optional<Expectation> holds(Section section, @Nullable String resource) {
        var key = section.text("key", "");
        var compiler = resource == null ? this.compiler : compilers.computeIfAbsent(resource, this::compiler);
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

    /** One that knows the fields of the objects that the resource makes, as far as its kind is known. */
    private TemplateCompiler compiler(String id) {
        return definition
                .resource(id)
                .flatMap(resource -> definition.expressions().type(id))
                .map(type -> type instanceof ListType list ? list.elemType() : type)
                .map(type -> new TemplateCompiler(expressions.with(Map.of("resource", type))))
                .orElse(compiler);
    }

    /** The error may be about a parameter that the test makes up; an empty path is about all of them. */
    private TestCase.Refusal refusal(Section section, Collection<String> given) {
        var path = section.text("path", "");
        if (!path.isEmpty()) {
            parameter(path.replaceFirst("[.\\[].*", ""), section.place("path"), given);
        }
        var refusal = new TestCase.Refusal(path, section.text("message", ""));
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
