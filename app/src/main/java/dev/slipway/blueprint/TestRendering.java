package dev.slipway.blueprint;

/**
 * What a test that travels with a blueprint renders.
 *
 * @param name of the test
 */
public record TestRendering(String name, Rendering rendering) {}
