package dev.slipway.shell.ui;

import org.jspecify.annotations.Nullable;

/** A page of a detail. */
public record Tab(String label, String href, @Nullable String count, boolean current) {}
