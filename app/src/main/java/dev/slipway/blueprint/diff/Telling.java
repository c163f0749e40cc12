package dev.slipway.blueprint.diff;

import dev.slipway.blueprint.VersionChange;
import dev.slipway.blueprint.VersionChange.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is told of one part of a blueprint. */
final class Telling {

    private final List<VersionChange> told = new ArrayList<>();
    private String part = "";

    /** What follows is about this part. */
    Telling about(String part) {
        this.part = part;
        return this;
    }

    void breaks(String sentence) {
        told.add(new VersionChange(Effect.BREAKS, part, sentence));
    }

    void adds(String sentence) {
        told.add(new VersionChange(Effect.ADDS, part, sentence));
    }

    void changes(String sentence) {
        told.add(new VersionChange(Effect.CHANGES, part, sentence));
    }

    /** What breaks first; within that as it was told. */
    List<VersionChange> all() {
        return told.stream().sorted(Comparator.comparing(VersionChange::effect)).toList();
    }
}
