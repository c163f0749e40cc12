package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The author's rules over parameters and facts; all of them run. */
final class Validations {

    private final Definition definition;
    private final Evaluation evaluation;

    Validations(Definition definition, Map<String, Object> parameters, Facts facts) {
        this.definition = definition;
        this.evaluation = new Evaluation(definition, parameters, facts);
    }

    List<FieldError> check() {
        var errors = new ArrayList<FieldError>();
        for (var validation : definition.validations()) {
            try {
                if (!Boolean.TRUE.equals(evaluation.value(validation.rule(), Map.of()))) {
                    errors.add(new FieldError(validation.path(), validation.message()));
                }
            } catch (EvaluationException e) {
                errors.add(new FieldError(validation.path(), "This could not be checked: " + e.getMessage()));
            }
        }
        return errors;
    }
}
