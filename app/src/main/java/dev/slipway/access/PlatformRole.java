package dev.slipway.access;

/** A role in the whole installation. As an authority: {@code ROLE_PLATFORM_ADMIN}, {@code ROLE_AUDITOR}. */
public enum PlatformRole {
    PLATFORM_ADMIN,
    AUDITOR
}
