package dev.slipway.blueprint;

/** An output as the blueprint declares it. */
public record OutputDeclaration(String name, String title, String kind, boolean secret) {}
