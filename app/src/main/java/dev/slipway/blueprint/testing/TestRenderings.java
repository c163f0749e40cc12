package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.blueprint.TestRendering;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.rendering.Renderings;
import java.util.List;
import java.util.Optional;

/** What tests render, for those who want to show it to an API server. */
public final class TestRenderings {

    private final Renderings renderings;

    public TestRenderings(Definition definition) {
        this.renderings = new Renderings(definition);
    }

    /** Without those that expect an error, and those that fail before anything is rendered. */
    public List<TestRendering> of(List<TestCase> tests, Facts standIn) {
        return tests.stream()
                .filter(test -> test.refusal() == null)
                .flatMap(test -> of(test, standIn).stream())
                .toList();
    }

    private Optional<TestRendering> of(TestCase test, Facts standIn) {
        try {
            var given = new GivenFacts(standIn, test.given());
            var facts = given.facts();
            var check = renderings.check(test.parameters(), facts);
            if (!check.ok()) {
                return Optional.empty();
            }
            var placed = given.placed(SampleFacts.placed(facts, renderings.needs(check.parameters(), facts)));
            return Optional.of(new TestRendering(test.name(), renderings.render(check.parameters(), placed)));
        } catch (EvaluationException failing) {
            return Optional.empty();
        }
    }
}
