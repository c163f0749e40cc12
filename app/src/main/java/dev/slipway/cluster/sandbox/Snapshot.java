package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cluster.sandbox.Keeper.Picture;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Owners;
import dev.slipway.cluster.sandbox.api.Schema;
import dev.slipway.cluster.sandbox.api.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The form in which a sandbox's state is kept. */
final class Snapshot {

    private Snapshot() {}

    static void write(Picture picture, Path file) throws IOException {
        var whole = Map.of(
                "objects",
                picture.entities().stream().map(Snapshot::written).toList(),
                "events",
                picture.events().stream().map(Snapshot::written).toList());
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            JsonMapper.shared().writeValue(out, whole);
        }
    }

    static Picture read(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            var whole = JsonMapper.shared().readValue(in, new TypeReference<Map<String, Object>>() {});
            var objects = Tree.maps(whole, "objects").stream()
                    .flatMap(object -> entity(object).stream())
                    .toList();
            var events =
                    Tree.maps(whole, "events").stream().map(Snapshot::event).toList();
            return new Picture(objects, events);
        }
    }

    private static Map<String, Object> written(Entity entity) {
        return Map.of("content", entity.content(), "owners", entity.owners().byManager());
    }

    /** Kinds that are no longer served are left out. */
    private static List<Entity> entity(Map<String, Object> object) {
        var content = Tree.copy(Tree.map(object, "content"));
        var owners = new TreeMap<String, Set<String>>();
        Tree.map(object, "owners")
                .forEach((manager, fields) -> owners.put(
                        manager,
                        Tree.list(fields).stream()
                                .map(field -> field.toString().intern())
                                .collect(Collectors.toUnmodifiableSet())));
        return Schema.shipped().find(Tree.text(content, "apiVersion"), Tree.text(content, "kind")).stream()
                .map(kind -> new Entity(kind, content, new Owners(owners)))
                .toList();
    }

    private static Map<String, Object> written(KubernetesEvent event) {
        var subject = new HashMap<String, Object>();
        subject.put("apiVersion", event.subject().apiVersion());
        subject.put("kind", event.subject().kind());
        subject.put("name", event.subject().name());
        if (event.subject().namespace() != null) {
            subject.put("namespace", event.subject().namespace());
        }
        return Map.of(
                "subject", subject,
                "normal", event.normal(),
                "reason", event.reason(),
                "message", event.message(),
                "count", event.count(),
                "lastSeen", event.lastSeen().toString());
    }

    private static KubernetesEvent event(Map<String, Object> event) {
        var subject = Tree.map(event, "subject");
        var namespace = Tree.text(subject, "namespace");
        return new KubernetesEvent(
                new ObjectKey(
                        Tree.text(subject, "apiVersion"),
                        Tree.text(subject, "kind"),
                        namespace.isEmpty() ? null : namespace,
                        Tree.text(subject, "name")),
                Tree.flag(event, "normal"),
                Tree.text(event, "reason"),
                Tree.text(event, "message"),
                (int) Tree.number(event, 1, "count"),
                Instant.parse(Tree.text(event, "lastSeen")));
    }
}
