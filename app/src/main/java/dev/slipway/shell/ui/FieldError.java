package dev.slipway.shell.ui;

/**
 * What is wrong with one control of a form.
 *
 * @param id of the control on the page
 */
public record FieldError(String id, String message) {}
