package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.kernel.Money;
import dev.slipway.shell.ui.GpuStripView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the catalog shows of the instances made from its blueprints; the room that keeps instances implements it. */
public interface InstancesOfBlueprint {

    /** By blueprint name; a blueprint that was never launched may be left out. */
    Map<String, Figures> figures();

    /** How many there are of each version of a blueprint; a version without any may be left out. */
    Map<String, Long> byVersion(String blueprint);

    /** Those of it that the caller may see, those that want to be seen first; at most so many are named. */
    Running running(Caller caller, String blueprint, int most);

    /** Of its launches in the last 30 days. */
    TrackRecord record(String blueprint);

    WaysToProduction waysToProduction(Caller caller, String blueprint);

    /** The caller's own teams' instances that want to be seen first, at most so many. */
    List<Mine> mine(Caller caller, int most);

    /**
     * @param instances that exist now
     * @param typicalReady median time from launch to ready over the last 30 days
     */
    record Figures(long instances, Optional<Duration> typicalReady) {}

    /** @param all how many there are, named or not */
    record Running(List<Named> named, int all) {

        public static final Running NONE = new Running(List.of(), 0);

        public Running {
            named = List.copyOf(named);
        }
    }

    /**
     * An instance on the page of its blueprint.
     *
     * @param team its title
     * @param kind of the environment: {@code dev}, {@code test} or {@code prod}
     * @param launchedBy the person's name
     */
    record Named(
            String id,
            String name,
            String team,
            String environment,
            String kind,
            String version,
            String status,
            String launchedBy,
            Instant launchedAt) {}

    /**
     * An instance on the catalog page.
     *
     * @param status in the product's words: {@code Ready}
     * @param tone {@code ok}, {@code info}, {@code wait}, {@code warn}, {@code bad} or {@code idle}
     * @param note what wants attention; may be empty
     * @param strips of the GPU shares that it holds, one for each, at most so many as fit a line
     * @param more shares than there are strips
     */
    record Mine(
            String id,
            String name,
            String team,
            String environment,
            String status,
            String tone,
            String note,
            List<GpuStripView> strips,
            long more,
            Money hourly) {

        public Mine {
            strips = List.copyOf(strips);
        }
    }
}
