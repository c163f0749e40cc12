package dev.slipway.shell.ui;

/** A page above the present one. */
public record Crumb(String label, String href) {}
