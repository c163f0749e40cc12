package dev.slipway.blueprint;

/** What becomes of an object when its instance is deleted. */
public enum DeletionPolicy {
    DELETE,
    RETAIN
}
