package dev.slipway.blueprint;

import java.util.Map;

/** Parameters that go well together, under a name. */
public record Preset(String name, String title, String description, Map<String, Object> parameters) {}
