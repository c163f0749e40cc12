package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.ParameterCheck;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.blueprint.TestResult;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.rendering.Renderings;
import dev.slipway.blueprint.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs tests: renders for the parameters and facts of each, and compares. */
public final class TestRunner {

    /** For all tests together. */
    private static final long NANOS = 5_000_000_000L;

    private final Definition definition;
    private final Renderings renderings;

    public TestRunner(Definition definition) {
        this.definition = definition;
        this.renderings = new Renderings(definition);
    }

    public TestResult run(TestCase test, Facts standIn) {
        var explanation = new ArrayList<String>();
        try {
            explain(test, new GivenFacts(standIn, test.given()), explanation);
        } catch (EvaluationException e) {
            explanation.add("%s at %s: %s".formatted(e.code(), e.path(), e.getMessage()));
        }
        return new TestResult(
                test.place().file(),
                test.place().line(),
                test.name(),
                explanation.isEmpty(),
                String.join("\n", explanation));
    }

    private void explain(TestCase test, GivenFacts given, List<String> explanation) {
        var facts = given.facts();
        var check = renderings.check(test.parameters(), facts);
        var refusal = test.refusal();
        if (refusal != null) {
            explain(refusal, check).ifPresent(explanation::add);
            return;
        }
        if (!check.ok()) {
            check.errors().forEach(error -> explanation.add("%s: %s".formatted(error.path(), error.message())));
            return;
        }
        var placed = given.placed(SampleFacts.placed(facts, renderings.needs(check.parameters(), facts)));
        var rendering = renderings.render(check.parameters(), placed);
        var outcome = new Outcome(definition, renderings, check.parameters(), placed, rendering);
        test.expectations().forEach(expectation -> outcome.explain(expectation).ifPresent(explanation::add));
    }

    private static Optional<String> explain(TestCase.Refusal refusal, ParameterCheck check) {
        var isMet = check.errors().stream()
                .anyMatch(error ->
                        error.path().equals(refusal.path()) && error.message().contains(refusal.message()));
        var errors = check.errors().stream()
                .map(error -> "\n  %s: %s".formatted(error.path(), error.message()))
                .collect(Collectors.joining());
        return isMet
                ? Optional.empty()
                : Optional.of("Expected an error at '%s'%s, but %s"
                        .formatted(
                                refusal.path(),
                                refusal.message().isEmpty() ? "" : " saying '" + refusal.message() + "'",
                                check.ok() ? "the parameters are accepted." : "there is only:" + errors));
    }

    /** All tests, in their order. Those for which no time is left fail, and say so. */
    public List<TestResult> run(List<TestCase> tests, Facts standIn) {
        var start = System.nanoTime();
        return tests.stream()
                .map(test -> System.nanoTime() - start > NANOS ? late(test) : run(test, standIn))
                .toList();
    }

    private static TestResult late(TestCase test) {
        return new TestResult(
                test.place().file(),
                test.place().line(),
                test.name(),
                false,
                Code.X002.text() + ": It was not run, because the tests before it took all the time there is.");
    }
}
