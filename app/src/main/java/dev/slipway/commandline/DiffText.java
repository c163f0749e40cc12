package dev.slipway.commandline;

import dev.slipway.blueprint.VersionChange.Effect;
import dev.slipway.blueprint.VersionDiff;

/** Differences for people: sentences, what breaks first, then the lines. */
final class DiffText {

    private DiffText() {}

    static String of(Compared compared) {
        var diff = compared.diff();
        var text = new StringBuilder(summary(diff)).append('\n');
        for (var effect : Effect.values()) {
            var changes = diff.of(effect);
            if (!changes.isEmpty()) {
                text.append('\n').append(title(effect)).append('\n');
                changes.forEach(change -> text.append("  %s: %s%n".formatted(change.part(), change.sentence())));
            }
        }
        compared.files().values().forEach(file -> text.append('\n').append(file.text()));
        return text.toString();
    }

    private static String summary(VersionDiff diff) {
        var versions = "%s to %s: ".formatted(diff.before(), diff.after());
        if (diff.changes().isEmpty()) {
            return versions + "nothing is different.";
        }
        return "%s%s, %d of them breaking. The version has to take a %s step%s."
                .formatted(
                        versions,
                        DiagnosticsText.counted(diff.changes().size(), "change"),
                        diff.breaking().size(),
                        diff.advised().word(),
                        diff.isStepEnough() ? ", and does" : ", and does not");
    }

    private static String title(Effect effect) {
        return switch (effect) {
            case BREAKS -> "Breaks";
            case ADDS -> "Adds";
            case CHANGES -> "Changes";
        };
    }
}
