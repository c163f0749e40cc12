package dev.slipway.blueprint;

/**
 * Tells renderings apart. Values that come from live objects count as the expressions that read them, so that it stays the same
 * whatever lives.
 *
 * @param objects SHA-256 of all objects, in hex
 * @param signed the same without their placement: what a sign-off covers
 */
public record Fingerprint(String objects, String signed) {}
