package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.ObjectKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads events as old and new components write them. */
final class Events {

    private static final int NEWEST = 500;

    private Events() {}

    static List<KubernetesEvent> newestFirst(List<Map<String, Object>> events) {
        return events.stream()
                .map(Events::event)
                .sorted(Comparator.comparing(KubernetesEvent::lastSeen).reversed())
                .limit(NEWEST)
                .toList();
    }

    static KubernetesEvent event(Map<String, Object> event) {
        return new KubernetesEvent(
                subject(event),
                !Json.text(event, "type").equals("Warning"),
                Json.text(event, "reason"),
                Json.text(event, "message").strip(),
                (int) Math.max(1, Math.max(Json.number(event, "count"), Json.number(event, "series", "count"))),
                lastSeen(event));
    }

    private static ObjectKey subject(Map<String, Object> event) {
        return new ObjectKey(
                Json.text(event, "involvedObject", "apiVersion"),
                Json.text(event, "involvedObject", "kind"),
                Json.at(event, String.class, "involvedObject", "namespace"),
                Json.text(event, "involvedObject", "name"));
    }

    private static Instant lastSeen(Map<String, Object> event) {
        return Stream.of(
                        time(event, "series", "lastObservedTime"),
                        time(event, "lastTimestamp"),
                        time(event, "eventTime"),
                        time(event, "firstTimestamp"),
                        time(event, "metadata", "creationTimestamp"))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static @Nullable Instant time(Map<String, Object> event, String... path) {
        var text = Json.text(event, path);
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
