package dev.slipway.blueprint;

import dev.slipway.blueprint.VersionChange.Effect;
import dev.slipway.blueprint.diff.FilesDiff;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.semver4j.Semver;

/**
 * What is different between two versions of a blueprint, in sentences. A pure function of the two folders, which need not
 * compile: what cannot be read counts as empty.
 *
 * @param before the older version, as its file says
 * @param after the newer version
 * @param changes those that break first, then what is added, then the rest, each in the order of the file
 */
public record VersionDiff(String before, String after, List<VersionChange> changes) {

    public VersionDiff {
        changes = List.copyOf(changes);
    }

    /** How far the version has to rise. */
    public enum Step {
        PATCH,
        MINOR,
        MAJOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static VersionDiff between(BlueprintFiles before, BlueprintFiles after) {
        return FilesDiff.between(before, after);
    }

    public List<VersionChange> breaking() {
        return of(Effect.BREAKS);
    }

    public List<VersionChange> of(Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).toList();
    }

    /** What semantic versioning asks for. */
    public Step advised() {
        if (!breaking().isEmpty()) {
            return Step.MAJOR;
        }
        return of(Effect.ADDS).isEmpty() ? Step.PATCH : Step.MINOR;
    }

    /** Whether the version rises as far as is advised; below 1.0.0 a minor step may break. */
    public boolean isStepEnough() {
        var older = Objects.requireNonNullElseGet(Semver.parse(before), () -> new Semver("0.0.0"));
        var newer = Objects.requireNonNullElseGet(Semver.parse(after), () -> new Semver("0.0.0"));
        var unstable = older.getMajor() == 0 && newer.getMajor() == 0;
        return switch (advised()) {
            case MAJOR -> newer.getMajor() > older.getMajor() || (unstable && newer.getMinor() > older.getMinor());
            case MINOR ->
                newer.getMajor() > older.getMajor()
                        || (newer.getMajor() == older.getMajor() && newer.getMinor() > older.getMinor())
                        || (unstable && newer.isGreaterThan(older));
            case PATCH -> newer.isGreaterThan(older);
        };
    }
}
