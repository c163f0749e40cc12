package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cluster.sandbox.api.Entity;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Kubernetes events of a cluster, seen again rather than told twice. */
public final class Journal {

    private static final int KEPT = 1_000;

    private final InstantSource clock;
    private final Map<String, Map<Seen, KubernetesEvent>> byNamespace = new LinkedHashMap<>();

    public Journal(InstantSource clock) {
        this.clock = clock;
    }

    private record Seen(ObjectKey subject, String reason, String message) {}

    public void normal(Entity subject, String reason, String message) {
        add(subject, true, reason, message);
    }

    public void warning(Entity subject, String reason, String message) {
        add(subject, false, reason, message);
    }

    /** Newest first. */
    public List<KubernetesEvent> of(String namespace) {
        return byNamespace.getOrDefault(namespace, Map.of()).values().stream().toList().reversed().stream()
                .sorted(Comparator.comparing(KubernetesEvent::lastSeen).reversed())
                .toList();
    }

    public void forget(String namespace) {
        byNamespace.remove(namespace);
    }

    public List<KubernetesEvent> all() {
        return byNamespace.values().stream()
                .flatMap(events -> events.values().stream())
                .toList();
    }

    /** Puts back what a snapshot kept. */
    public void restore(KubernetesEvent event) {
        keep(event);
    }

    private void add(Entity subject, boolean normal, String reason, String message) {
        var namespace = subject.namespace();
        var key = new ObjectKey(
                subject.kind().apiVersion(),
                subject.kind().kind(),
                namespace.isEmpty() ? null : namespace,
                subject.name());
        var before = byNamespace.getOrDefault(namespace, Map.of()).get(new Seen(key, reason, message));
        var count = before == null ? 1 : before.count() + 1;
        keep(new KubernetesEvent(key, normal, reason, message, count, clock.instant()));
    }

    private void keep(KubernetesEvent event) {
        var namespace =
                event.subject().namespace() == null ? "" : event.subject().namespace();
        var events = byNamespace.computeIfAbsent(namespace, name -> new LinkedHashMap<>());
        var seen = new Seen(event.subject(), event.reason(), event.message());
        events.remove(seen);
        events.put(seen, event);
        if (events.size() > KEPT) {
            events.remove(events.keySet().iterator().next());
        }
    }
}
