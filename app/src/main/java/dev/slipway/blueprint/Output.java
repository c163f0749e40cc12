package dev.slipway.blueprint;

import org.jspecify.annotations.Nullable;

/**
 * What an instance offers to people.
 *
 * @param kind what it is good for: {@code openai}, {@code url}, {@code text}, …
 * @param value absent for a secret, and while it waits for live data
 * @param secret where the value lies, for what must not be shown in passing
 */
public record Output(
        String name, String title, String kind, @Nullable Object value, Facts.@Nullable SecretKey secret) {}
