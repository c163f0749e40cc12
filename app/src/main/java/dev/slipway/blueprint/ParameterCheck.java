package dev.slipway.blueprint;

import java.util.List;
import java.util.Map;

/**
 * What came of checking parameters.
 *
 * @param parameters as they will be used: typed, defaults filled in
 * @param errors empty when the parameters may be used
 */
public record ParameterCheck(Map<String, Object> parameters, List<FieldError> errors) {

    public boolean ok() {
        return errors.isEmpty();
    }
}
