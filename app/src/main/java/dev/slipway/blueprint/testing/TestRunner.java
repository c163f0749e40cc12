package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Output;
import dev.slipway.blueprint.Readiness;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.Rendering;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.blueprint.TestResult;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.rendering.Renderings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs tests: renders for the parameters and facts of each, and compares. */
public final class TestRunner {

    private final Definition definition;
    private final Renderings renderings;

    public TestRunner(Definition definition) {
        this.definition = definition;
        this.renderings = new Renderings(definition);
    }

    public TestResult run(TestCase test, Facts standIn) {
        var explanation = new ArrayList<String>();
        try {
            explain(test, new GivenFacts(standIn, test.given()).facts(), explanation);
        } catch (EvaluationException e) {
            explanation.add("%s at %s: %s".formatted(e.code(), e.path(), e.getMessage()));
        } catch (IllegalArgumentException e) {
            explanation.add("What is given cannot be used: " + e.getMessage());
        }
        return new TestResult(
                test.place().file(),
                test.place().line(),
                test.name(),
                explanation.isEmpty(),
                String.join("\n", explanation));
    }

    private void explain(TestCase test, Facts facts, List<String> explanation) {
        var check = renderings.check(test.parameters(), facts);
        var refusal = test.refusal();
        if (refusal != null) {
            var met = check.errors().stream()
                    .anyMatch(error -> error.path().equals(refusal.path())
                            && error.message().contains(refusal.message()));
            if (!met) {
                explanation.add("Expected an error at '%s'%s, but there %s."
                        .formatted(
                                refusal.path(),
                                refusal.message().isEmpty() ? "" : " saying '" + refusal.message() + "'",
                                check.ok() ? "is none" : "are " + check.errors()));
            }
            return;
        }
        if (!check.ok()) {
            check.errors().forEach(error -> explanation.add("%s: %s".formatted(error.path(), error.message())));
            return;
        }
        var placed = SampleFacts.placed(facts, renderings.needs(check.parameters(), facts));
        var rendering = renderings.render(check.parameters(), placed);
        var outcome = new Outcome(definition, renderings, check.parameters(), placed, rendering);
        test.expectations().forEach(expectation -> explain(expectation, outcome).ifPresent(explanation::add));
    }

    private static Optional<String> explain(TestCase.Expectation expectation, Outcome outcome) {
        return switch (expectation) {
            case TestCase.Absent absent ->
                outcome.find(absent.resource(), "").isEmpty()
                        ? Optional.empty()
                        : Optional.of("'%s' is rendered.".formatted(absent.resource()));
            case TestCase.Holds holds -> outcome.holds(holds);
            case TestCase.State state -> outcome.state(state);
        };
    }

    /** What came out of rendering, to be asked about. */
    private record Outcome(
            Definition definition,
            Renderings renderings,
            Map<String, Object> parameters,
            Facts facts,
            Rendering rendering) {

        Optional<RenderedResource> find(String id, String key) {
            return rendering.resources().stream()
                    .filter(resource -> resource.id().equals(id))
                    .filter(resource -> key.isEmpty() || resource.key().equals(key))
                    .findFirst();
        }

        Optional<String> holds(TestCase.Holds holds) {
            var roots = new LinkedHashMap<String, Object>();
            var named = holds.resource();
            if (named != null) {
                var resource = find(named, holds.key());
                if (resource.isEmpty()) {
                    return Optional.of("'%s' is not rendered.".formatted(named));
                }
                roots.put("resource", resource.get().manifest());
            }
            roots.put("outputs", outputs());
            roots.put("claims", claims());
            return new Explanation(definition, parameters, facts).of(holds.rule(), roots);
        }

        private Map<String, Object> outputs() {
            var values = new LinkedHashMap<String, Object>();
            for (Output output : renderings.outputs(parameters, facts)) {
                var value = output.value();
                if (value != null) {
                    values.put(output.name(), value);
                }
            }
            return values;
        }

        private Map<String, Object> claims() {
            var claims = rendering.claims();
            return Map.of(
                    "cpuMillis", claims.cpuMillis(),
                    "memoryBytes", claims.memoryBytes(),
                    "storageBytes", claims.storageBytes(),
                    "pods", claims.pods());
        }

        Optional<String> state(TestCase.State expected) {
            var blocking = "";
            var state = "Ready";
            var reason = "";
            for (var resource : rendering.resources()) {
                if (resource.id().startsWith("network-")) {
                    continue;
                }
                var readiness = readiness(resource);
                if (readiness instanceof Readiness.Failed failed) {
                    blocking = resource.id();
                    state = "Failed";
                    reason = failed.reason();
                    break;
                }
                if (readiness instanceof Readiness.Waiting waiting && state.equals("Ready")) {
                    blocking = resource.id();
                    state = "Provisioning";
                    reason = waiting.reason();
                }
            }
            var met = state.equals(expected.state())
                    && (expected.blocking().isEmpty() || expected.blocking().equals(blocking));
            return met
                    ? Optional.empty()
                    : Optional.of("Expected %s%s, but it is %s%s."
                            .formatted(
                                    expected.state(),
                                    expected.blocking().isEmpty() ? "" : " because of " + expected.blocking(),
                                    state,
                                    blocking.isEmpty() ? "" : " because of " + blocking + ": " + reason));
        }

        /** A live object as the test gives it, of the kind that is rendered. */
        private Readiness readiness(RenderedResource resource) {
            var live = facts.live().get(resource.id());
            if (live == null) {
                return new Readiness.Waiting("It does not exist.");
            }
            var object = new LinkedHashMap<>(resource.manifest());
            object.putAll(GivenFacts.map(live));
            return renderings.readiness(resource.id(), object, parameters, facts);
        }
    }

    /** All tests, in their order. */
    public List<TestResult> run(List<TestCase> tests, Facts standIn) {
        return tests.stream().map(test -> run(test, standIn)).collect(Collectors.toList());
    }
}
