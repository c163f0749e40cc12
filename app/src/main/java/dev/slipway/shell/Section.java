package dev.slipway.shell;

/** A group of the navigation. */
public enum Section {
    BUILD,
    OPERATE,
    GOVERN
}
