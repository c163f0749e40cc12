package dev.slipway.blueprint;

/**
 * What is wrong with a parameter, for the person who filled it in.
 *
 * @param path the parameter: {@code replicas}, {@code dataset.uri}; empty when it concerns the form as a whole
 * @param message one plain sentence: “Replicas must be at most 8.”
 */
public record FieldError(String path, String message) {}
