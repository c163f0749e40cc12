package dev.slipway.blueprint;

import java.util.List;
import java.util.Map;

/**
 * Parameters of an older version as a newer one takes them.
 *
 * @param parameters to be checked like any that are submitted
 * @param notes on the steps that were taken, in their order; none when the parameters stayed as they were
 */
public record Migration(Map<String, Object> parameters, List<String> notes) {}
