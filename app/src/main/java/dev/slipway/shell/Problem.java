package dev.slipway.shell;

import java.util.Optional;

/**
 * What went wrong, as a page, a part of a page or a program is told.
 *
 * @param title what happened
 * @param detail why, and what to do
 * @param id of this one occurrence, which the log has as well
 */
public record Problem(int status, String code, String title, String detail, String id, Optional<String> field) {}
