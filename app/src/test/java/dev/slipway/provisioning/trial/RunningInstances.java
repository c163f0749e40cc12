package dev.slipway.provisioning.trial;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.catalog.InstanceTrial;
import dev.slipway.catalog.InstanceTrial.Tried;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.intent.Json;
import dev.slipway.provisioning.trial.RunningInstanceTrials.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Instances as they are recorded, so many of one blueprint, each with a name of its own. */
public final class RunningInstances {

    private final List<Row> rows;

    private RunningInstances(List<Row> rows) {
        this.rows = rows;
    }

    /** Launched with these parameters for team Claims. */
    public static RunningInstances of(Blueprint blueprint, Map<String, Object> parameters, int number) {
        return new RunningInstances(IntStream.range(0, number)
                .mapToObj(i -> row(blueprint, parameters, "instance-" + i))
                .toList());
    }

    private static Row row(Blueprint blueprint, Map<String, Object> parameters, String name) {
        var sample = SampleFacts.facts();
        var facts = new Facts(
                new Facts.Metadata(name, "claims-dev", sample.metadata().labels()),
                sample.team(),
                sample.environment(),
                sample.user(),
                sample.cluster(),
                sample.models());
        var check = blueprint.check(parameters, facts);
        if (!check.ok()) {
            throw new IllegalArgumentException(check.errors().toString());
        }
        var placed = SampleFacts.placed(facts, blueprint.needs(check.parameters(), facts));
        return new Row(
                tried(name, blueprint.descriptor().version()),
                "claims-dev",
                Json.write(check.parameters()),
                Json.write(placed),
                Json.write(blueprint.render(check.parameters(), placed).resources()));
    }

    static Tried tried(String name, String version) {
        return new Tried(
                new InstanceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                name,
                new EnvironmentId(new TeamId("claims"), "dev"),
                EnvironmentKind.DEV,
                version);
    }

    /** What the gate says of a version for all of them. */
    public InstanceTrial tryOut(Blueprint candidate) {
        return RunningInstanceTrials.of(rows, candidate);
    }
}
