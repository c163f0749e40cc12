package dev.slipway.cluster;

import java.util.Map;

/**
 * Something happened to an object.
 *
 * @param labels of the object, by which its instance is found
 */
public record ObjectChange(ObjectKey key, Type type, Map<String, String> labels) {

    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
