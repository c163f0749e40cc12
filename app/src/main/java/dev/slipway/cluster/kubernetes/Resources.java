package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.Applied;
import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and writes objects of any kind. */
final class Resources {

    private static final int AT_A_TIME = 500;

    private final ApiServer api;
    private final Discovery discovery;

    Resources(ApiServer api, Discovery discovery) {
        this.api = api;
        this.discovery = discovery;
    }

    Applied apply(Manifest manifest, ApplyOptions options) {
        var key = manifest.key();
        var query = "?fieldManager=" + ServedKind.escaped(options.fieldManager()) + "&fieldValidation=Strict&force="
                + options.force() + (options.dryRun() ? "&dryRun=All" : "");
        var path = discovery.kind(key.apiVersion(), key.kind()).path(key.namespace(), key.name()) + query;
        var answer = api.call(Call.apply(path, manifest.content()).as(options.asUser()));
        return new Applied(manifest(answer.object()), answer.warnings());
    }

    Optional<Manifest> get(ObjectKey key) {
        var path = discovery.kind(key.apiVersion(), key.kind()).path(key.namespace(), key.name());
        var answer = api.send(Call.get(path));
        if (answer.code() == 404) {
            return Optional.empty();
        }
        if (!answer.successful()) {
            throw Refusals.exception(answer);
        }
        return Optional.of(manifest(answer.object()));
    }

    List<Manifest> list(String apiVersion, String kind, @Nullable String namespace, String labelSelector) {
        var path = discovery.kind(apiVersion, kind).path(namespace);
        var selector = labelSelector.isBlank() ? "" : "?labelSelector=" + ServedKind.escaped(labelSelector);
        return all(path + selector).stream()
                .map(object -> named(object, apiVersion, kind))
                .toList();
    }

    /** Lists leave out what they are lists of. */
    private static Manifest named(Map<String, Object> object, String apiVersion, String kind) {
        var named = new LinkedHashMap<String, Object>();
        named.put("apiVersion", apiVersion);
        named.put("kind", kind);
        named.putAll(object);
        return manifest(named);
    }

    /** Without the managers of its fields, which take more room than the object and say nothing to anybody here. */
    private static Manifest manifest(Map<String, Object> object) {
        Json.child(object, "metadata").remove("managedFields");
        return new Manifest(object);
    }

    boolean delete(ObjectKey key, @Nullable String uid, @Nullable String asUser) {
        var path = discovery.kind(key.apiVersion(), key.kind()).path(key.namespace(), key.name());
        var options = new LinkedHashMap<String, Object>();
        options.put("apiVersion", "v1");
        options.put("kind", "DeleteOptions");
        options.put("propagationPolicy", "Background");
        if (uid != null) {
            options.put("preconditions", Map.of("uid", uid));
        }
        return deleted(api.send(Call.delete(path, options).as(asUser)));
    }

    private static boolean deleted(Answer answer) {
        if (answer.successful()) {
            return true;
        }
        if (answer.code() == 404 || (answer.code() == 409 && answer.body().contains("UID in the precondition"))) {
            return false;
        }
        throw Refusals.exception(answer);
    }

    Map<String, Object> raw(String path) {
        return api.call(Call.get(path)).object();
    }

    List<Map<String, Object>> all(String path) {
        var all = new ArrayList<Map<String, Object>>();
        each(path, all::add);
        return all;
    }

    /** Page by page, so that a large list is never held as a whole. */
    void each(String path, Consumer<Map<String, Object>> visitor) {
        var page = path + (path.contains("?") ? "&" : "?") + "limit=" + AT_A_TIME;
        var next = "";
        do {
            var list = raw(next.isEmpty() ? page : page + "&continue=" + ServedKind.escaped(next));
            Json.children(list, "items").forEach(visitor);
            next = Json.text(list, "metadata", "continue");
        } while (!next.isEmpty());
    }
}
