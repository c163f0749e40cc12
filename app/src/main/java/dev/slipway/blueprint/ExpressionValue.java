package dev.slipway.blueprint;

/**
 * What an expression is for one set of parameters and facts.
 *
 * @param line at which it stands in the file {@code blueprint.yaml}, from 1
 * @param source as it is written
 */
public record ExpressionValue(int line, int column, String source, Object value) {}
