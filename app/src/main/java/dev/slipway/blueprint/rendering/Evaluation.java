package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.expression.Budget;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.FactValues;
import dev.slipway.blueprint.expression.Parts;
import dev.slipway.blueprint.expression.Plain;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.source.Code;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a definition's expressions for one set of parameters and facts. For one thread and one question. */
final class Evaluation {

    private final Budget budget;
    private final Map<String, Object> roots;
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final Map<String, EvaluationException> failed = new HashMap<>();

    Evaluation(Definition definition, Map<String, Object> parameters, Facts facts) {
        this(definition, parameters, facts, new Budget());
    }

    /** Within a budget that other evaluations for the same question use up too. */
    Evaluation(Definition definition, Map<String, Object> parameters, Facts facts, Budget budget) {
        this.budget = budget;
        roots = FactValues.of(facts);
        roots.put("parameters", parameters);
        roots.put("secrets", FactValues.secrets(facts, definition.secrets().keySet()));
        roots.put("variables", variables);
        definition.variables().forEach(this::evaluateVariable);
    }

    /** Of what an upgrade reads: parameters of an older version and facts. */
    Evaluation(Map<String, Object> old, Facts facts) {
        budget = new Budget();
        roots = FactValues.of(facts);
        roots.put("old", old);
    }

    /** A variable that cannot be evaluated matters only to those who read it. */
    private void evaluateVariable(String name, Template template) {
        try {
            var value = value(template);
            if (value != null) {
                variables.put(name, value);
            }
        } catch (EvaluationException e) {
            failed.put(name, e);
        }
    }

    /** The value of a template that reads no resources. */
    @Nullable
    Object value(Template template) {
        return TemplateValues.of(template, expression -> value(expression, Map.of()), budget);
    }

    /** The value of an expression that may read these names as well. */
    @Nullable
    Object value(Expression expression, Map<String, ?> more) {
        checkVariables(expression);
        return bounded(expression, () -> expression.evaluate(with(more), budget));
    }

    /** The same, noting the values of the expression's parts. */
    @Nullable
    Object value(Expression expression, Map<String, ?> more, Parts parts) {
        checkVariables(expression);
        return bounded(expression, () -> expression.evaluate(with(more), budget, parts));
    }

    @Nullable
    Object valueIfThere(Expression expression, Map<String, ?> more) throws Expression.MissingException {
        checkVariables(expression);
        return expression.evaluateIfThere(with(more), budget);
    }

    /** Whether it holds; what cannot be told, because data is missing, does not hold. */
    boolean holds(Expression rule, Map<String, ?> more) {
        try {
            return Boolean.TRUE.equals(valueIfThere(rule, more));
        } catch (Expression.MissingException e) {
            return false;
        }
    }

    @Nullable
    Object root(String name) {
        return roots.get(name);
    }

    Budget budget() {
        return budget;
    }

    private interface Question {
        @Nullable
        Object ask();
    }

    private static @Nullable Object bounded(Expression expression, Question question) {
        try {
            return question.ask();
        } catch (Budget.ExceededException e) {
            throw new EvaluationException(Code.X002.text(), expression.place().path(), String.valueOf(e.getMessage()));
        }
    }

    private void checkVariables(Expression expression) {
        if (failed.isEmpty()) {
            return;
        }
        for (var reference : expression.references()) {
            var failure =
                    reference.root().equals("variables") && !reference.path().isEmpty()
                            ? failed.get(reference.path().get(0))
                            : null;
            if (failure != null) {
                throw failure;
            }
        }
    }

    private Map<String, ?> with(Map<String, ?> more) {
        if (more.isEmpty()) {
            return roots;
        }
        var all = new HashMap<String, Object>(roots);
        all.putAll(more);
        return all;
    }

    @Nullable
    Object plain(@Nullable Object value) {
        return Plain.of(value, budget);
    }
}
