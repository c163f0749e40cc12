package dev.slipway.shell.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object of a plan.
 *
 * @param act {@code create}, {@code change}, {@code delete} or {@code keep}
 * @param fields what changes in it; secrets come masked
 */
public record PlannedObject(String act, String kind, String name, List<FieldChange> fields) {

    public PlannedObject {
        fields = List.copyOf(fields);
    }

    public String sign() {
        return switch (act) {
            case "create" -> "+";
            case "change" -> "~";
            case "delete" -> "−";
            default -> "·";
        };
    }

    public String tone() {
        return switch (act) {
            case "create" -> "ok";
            case "change" -> "warn";
            case "delete" -> "bad";
            default -> "idle";
        };
    }

    public record FieldChange(
            String path, @Nullable String before, @Nullable String after) {}
}
