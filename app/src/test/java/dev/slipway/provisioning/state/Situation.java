package dev.slipway.provisioning.state;

import dev.slipway.blueprint.Readiness;
import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.provisioning.state.Observation.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A situation on a cluster, put together from what the components of Kubernetes write. */
final class Situation {

    static final Instant NOW = Instant.parse("2026-11-21T11:04:12Z");
    private static final Duration DEADLINE = Duration.ofMinutes(20);

    private final List<Seen> objects = new ArrayList<>();
    private final List<PodFacts> pods = new ArrayList<>();
    private final List<KubernetesEvent> events = new ArrayList<>();
    private Optional<Finding> before = Optional.empty();
    private boolean settled;
    private boolean first = true;
    private Instant applied = NOW.minusSeconds(60);

    static Situation of() {
        return new Situation();
    }

    Situation wasReady() {
        settled = true;
        first = false;
        return this;
    }

    Situation changes() {
        first = false;
        return this;
    }

    Situation applied(Duration ago) {
        applied = NOW.minus(ago);
        return this;
    }

    Situation waitsFor(Finding finding) {
        before = Optional.of(finding);
        return this;
    }

    Situation ready(String kind, String name) {
        objects.add(seen(kind, name, "", new Readiness.Ready(), List.of(), Optional.empty()));
        return this;
    }

    Situation waiting(String kind, String name, String status) {
        objects.add(seen(
                kind, name, status, new Readiness.Waiting("0 of 1 pods are available."), List.of(), Optional.empty()));
        return this;
    }

    Situation failed(String kind, String name, String reason) {
        objects.add(seen(kind, name, "", new Readiness.Failed(reason), List.of(), Optional.empty()));
        return this;
    }

    Situation untried(String kind, String name, String waitsFor) {
        objects.add(seen(kind, name, "", new Readiness.Waiting("waits"), List.of(waitsFor), Optional.empty()));
        return this;
    }

    Situation refused(String kind, String name, Refusal.Kind why, String message, String... fields) {
        var refusal = new Refusal(why, message, List.of(fields));
        objects.add(seen(kind, name, "", new Readiness.Waiting("refused"), List.of(), Optional.of(refusal)));
        return this;
    }

    /** {@code owner} makes it; {@code status} as YAML in one line. */
    Situation pod(String name, String owner, String status) {
        var yaml =
                "{apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: claims-test, ownerReferences: [{name: %s}]}, status: %s}"
                        .formatted(name, owner, status);
        pods.add(PodFacts.of(new Manifest(yaml(yaml))));
        return this;
    }

    Situation warning(String kind, String name, String reason, String message) {
        var key = new ObjectKey("v1", kind, "claims-test", name);
        events.add(new KubernetesEvent(key, false, reason, message, 3, NOW.minusSeconds(5)));
        return this;
    }

    Assessment assess() {
        var seen = objects.stream().map(this::applied).toList();
        return StateFunction.assess(new Observation(NOW, settled, first, applied, before, seen, pods, events));
    }

    private Seen applied(Seen seen) {
        return new Seen(
                seen.kind(),
                seen.name(),
                seen.live(),
                seen.readiness(),
                seen.waitsFor(),
                seen.refusal(),
                Optional.of(applied),
                seen.deadline());
    }

    private Seen seen(
            String kind,
            String name,
            String status,
            Readiness readiness,
            List<String> waitsFor,
            Optional<Refusal> refusal) {
        var live = yaml(
                "{kind: %s, metadata: {name: %s}, spec: {replicas: 1}, status: {%s}}".formatted(kind, name, status));
        return new Seen(kind, name, live, readiness, waitsFor, refusal, Optional.of(applied), DEADLINE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(String text) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
