package dev.slipway.provisioning;

import java.util.Optional;

/**
 * What an instance offers to people.
 *
 * @param kind {@code openai}, {@code url}, {@code text}, …
 * @param value none while it waits, and for a secret, which {@link Instances#reveal} shows
 */
public record OutputView(String name, String title, String kind, boolean secret, Optional<String> value) {}
