package dev.slipway.shell.ui;

import java.util.Locale;

/**
 * How a state looks: tone, icon and the word that is used where the page has no better one.
 *
 * @param turns whether the icon is in motion
 */
public record StatusLook(String tone, String icon, String word, boolean turns) {

    private StatusLook(String tone, String icon, String word) {
        this(tone, icon, word, false);
    }

    private static StatusLook busy(String word) {
        return new StatusLook("info", "loader", word, true);
    }

    /** The look of a state by its name, in any case: {@code Ready}, {@code PROVISIONING}. */
    public static StatusLook of(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "requested" -> new StatusLook("wait", "hourglass", "Waiting for approval");
            case "declined" -> new StatusLook("bad", "octagon-x", "Declined");
            case "withdrawn" -> new StatusLook("idle", "undo-2", "Withdrawn");
            case "queued" -> new StatusLook("idle", "clock", "Queued");
            case "provisioning" -> busy("Provisioning");
            case "running" -> busy("Running");
            case "starting" -> busy("Starting");
            case "warming" -> busy("Warming");
            case "updating" -> busy("Updating");
            case "deleting" -> new StatusLook("idle", "loader", "Deleting", true);
            case "ready" -> new StatusLook("ok", "circle-check", "Ready");
            case "approved" -> new StatusLook("ok", "circle-check", "Approved");
            case "passed" -> new StatusLook("ok", "circle-check", "Passed");
            case "current" -> new StatusLook("ok", "circle-check", "Current");
            case "done" -> new StatusLook("ok", "circle-check", "Done");
            case "completed" -> new StatusLook("ok", "circle-check", "Completed");
            case "warm" -> new StatusLook("ok", "flame", "Warm");
            case "unchanged" -> new StatusLook("ok", "circle-check", "Unchanged");
            case "in-place" -> new StatusLook("info", "info", "Changed in place");
            case "rolls-pods" -> new StatusLook("warn", "refresh-cw", "Restarts pods");
            case "invalid" -> new StatusLook("bad", "octagon-x", "Invalid");
            case "degraded" -> new StatusLook("warn", "triangle-alert", "Degraded");
            case "drifted" -> new StatusLook("warn", "triangle-alert", "Drifted");
            case "over" -> new StatusLook("warn", "triangle-alert", "Over the ceiling");
            case "warning" -> new StatusLook("warn", "triangle-alert", "Warning");
            case "expiring" -> new StatusLook("warn", "timer", "Expiring");
            case "failed" -> new StatusLook("bad", "octagon-x", "Failed");
            case "error" -> new StatusLook("bad", "octagon-x", "Error");
            case "denied" -> new StatusLook("bad", "octagon-x", "Denied");
            case "idle" -> new StatusLook("idle", "moon", "Idle");
            case "paused" -> new StatusLook("idle", "square", "Paused");
            case "cold" -> new StatusLook("idle", "snowflake", "Cold");
            case "waiting" -> new StatusLook("idle", "circle-dashed", "Waiting");
            case "deleted" -> new StatusLook("idle", "trash-2", "Deleted");
            default -> new StatusLook("idle", "info", state);
        };
    }
}
