package dev.slipway.kernel;

import java.util.Locale;

/** What an environment is for. */
public enum EnvironmentKind {
    DEV,
    TEST,
    PROD;

    /** As it stands in blueprints, pages and names: {@code dev}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
