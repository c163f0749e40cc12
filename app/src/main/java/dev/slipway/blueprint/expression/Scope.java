package dev.slipway.blueprint.expression;

import java.util.Set;

/**
 * What may be read at a place.
 *
 * @param where for people: {@code includeWhen}
 * @param roots names that may be read
 */
public record Scope(String where, Set<String> roots) {

    /** Known from the beginning. */
    public static final Set<String> FACTS =
            Set.of("metadata", "team", "environment", "user", "cluster", "models", "instances");

    public boolean allows(String root) {
        return roots.contains(root);
    }
}
