package dev.slipway.provisioning.intent;

/** What is to become of an instance. */
public enum Wanted {
    /** Nothing yet: it waits for a sign-off, or never got one. */
    NOTHING,
    PRESENT,
    ABSENT
}
