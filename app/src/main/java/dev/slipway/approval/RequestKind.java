package dev.slipway.approval;

/** What is asked for. */
public enum RequestKind {
    LAUNCH,
    CHANGE,
    QUOTA
}
