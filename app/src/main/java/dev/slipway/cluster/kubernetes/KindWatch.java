package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ObjectChange;
import dev.slipway.cluster.ObjectKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the objects of one kind by their metadata: a list, then what changes since. Where the API server no longer knows what
 * changed since then, another list shows what was missed. Runs in one thread.
 */
final class KindWatch {

    private static final String SELECTOR =
            "?labelSelector=" + ServedKind.escaped("app.kubernetes.io/managed-by=slipway");
    private static final String LISTED =
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    private static final String WATCHED =
            "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final Duration SILENCE = Duration.ofSeconds(100); // bookmarks come every minute

    private final ApiServer api;
    private final ServedKind kind;
    private final Consumer<ObjectChange> listener;
    private final Map<Place, Seen> known = new HashMap<>();

    /** Where the next watch goes on; null when another list is needed first. */
    private @Nullable String version;

    private record Place(@Nullable String namespace, String name) {}

    private record Seen(String version, Map<String, String> labels) {}

    KindWatch(ApiServer api, ServedKind kind, Consumer<ObjectChange> listener) {
        this.api = api;
        this.kind = kind;
        this.listener = listener;
    }

    /**
     * Lists if need be, then watches until the stream ends.
     *
     * @throws ClusterException.Missing when the kind is no longer served
     */
    void follow() {
        if (version == null) {
            version = list();
        }
        var seconds = AT_MOST.toSeconds() - ThreadLocalRandom.current().nextInt(60); // not all at once
        var query = SELECTOR + "&watch=true&allowWatchBookmarks=true&timeoutSeconds=" + seconds + "&resourceVersion=";
        var call =
                Call.get(kind.path(null) + query + ServedKind.escaped(version)).accepting(WATCHED);
        try (var stream = api.stream(call, AT_MOST)) {
            if (stream.code() == 200) {
                stream.lines(SILENCE, this::read);
            } else {
                refused(stream.refusal(SILENCE));
            }
        }
    }

    private String list() {
        var there = new HashSet<Place>();
        var next = "";
        var listed = "";
        do {
            var path = kind.path(null) + SELECTOR + "&limit=500"
                    + (next.isEmpty() ? "" : "&continue=" + ServedKind.escaped(next));
            var page = api.call(Call.get(path).accepting(LISTED)).object();
            for (var object : Json.children(page, "items")) {
                there.add(place(object));
                seen(object);
            }
            listed = listed.isEmpty() ? Json.text(page, "metadata", "resourceVersion") : listed;
            next = Json.text(page, "metadata", "continue");
        } while (!next.isEmpty());
        known.keySet().stream().filter(place -> !there.contains(place)).toList().forEach(this::gone);
        return listed;
    }

    private void refused(Answer answer) {
        version = answer.code() == 410 ? null : version;
        if (version != null) {
            throw Refusals.exception(answer);
        }
    }

    private void read(String line) {
        var event = Json.object(line);
        var object = Json.child(event, "object");
        switch (Json.text(event, "type")) {
            case "ADDED", "MODIFIED" -> seen(object);
            case "DELETED" -> gone(place(object));
            case "ERROR" -> {
                version = null; // 410 in nearly all cases; a list is never wrong
                return;
            }
            default -> {} // a bookmark only moves the version
        }
        if (version != null) {
            version = Json.text(object, "metadata", "resourceVersion");
        }
    }

    private void seen(Map<String, Object> object) {
        var place = place(object);
        var now = new Seen(
                Json.text(object, "metadata", "resourceVersion"), Map.copyOf(Json.texts(object, "metadata", "labels")));
        var before = known.put(place, now);
        if (before == null) {
            tell(place, ObjectChange.Type.ADDED, now);
        } else if (!before.version().equals(now.version())) {
            tell(place, ObjectChange.Type.MODIFIED, now);
        }
    }

    private void gone(Place place) {
        var last = known.remove(place);
        if (last != null) {
            tell(place, ObjectChange.Type.DELETED, last);
        }
    }

    private void tell(Place place, ObjectChange.Type type, Seen seen) {
        listener.accept(new ObjectChange(
                new ObjectKey(kind.apiVersion(), kind.kind(), place.namespace(), place.name()), type, seen.labels()));
    }

    private static Place place(Map<String, Object> object) {
        return new Place(Json.at(object, String.class, "metadata", "namespace"), Json.text(object, "metadata", "name"));
    }
}
