package dev.slipway.blueprint;

/** How far one object has come. */
public sealed interface Readiness {

    record Ready() implements Readiness {}

    record Waiting(String reason) implements Readiness {}

    record Failed(String reason) implements Readiness {}
}
