package dev.slipway.access;

/** A role in one team. */
public enum TeamRole {
    DEVELOPER,
    OWNER
}
