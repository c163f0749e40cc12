package dev.slipway.shell.ui;

/** A label and what it says: {@code Forecast for November}, {@code €1,397}. */
public record Fact(String label, String value) {}
