package dev.slipway.blueprint;

/**
 * What came of a test that travels with a blueprint.
 *
 * @param line where it begins in its file
 * @param explanation why it failed: expression, the value of each part; empty when it passed
 */
public record TestResult(String file, int line, String name, boolean passed, String explanation) {}
