package dev.slipway.blueprint;

/** Whether a {@link Diagnostic} keeps a blueprint from being used. */
public enum Severity {
    ERROR,
    WARNING
}
