package dev.slipway.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Job that fetches a model, and the volume it fetches into. Pure. */
final class FetchJob {

    static final String VOLUME = "slipway-weights";
    static final String POD_LABEL = "slipway.dev/weights";

    private static final String MOUNT = "/weights/";
    private static final String SKELETON = read("/model/fetch-job.yaml");
    private static final String SCRIPT = read("/model/fetch.sh");

    private FetchJob() {}

    static String name(ModelView model) {
        return "weights-" + model.name().replace('.', '-') + "-" + hex(model).substring(0, 8);
    }

    static String folder(ModelView model) {
        return model.name() + "/" + hex(model).substring(0, 12);
    }

    static Map<String, Object> job(
            String namespace, ModelView model, Map<String, String> labels, ModelSettings.Cache settings) {
        var job = skeleton();
        job.put("metadata", metadata(namespace, name(model), labels));
        var template = at(at(job, "spec"), "template");
        template.put("metadata", new LinkedHashMap<>(Map.of("labels", podLabels(model, labels))));
        var container = map(
                Objects.requireNonNull(list(at(template, "spec"), "containers").getFirst()));
        container.put("image", settings.fetcher());
        container.put("command", List.of("/bin/sh", "-c", SCRIPT));
        container.put(
                "env",
                List.of(
                        variable("HOME", "/tmp"),
                        variable("REFERENCE", model.pinned()),
                        variable("TARGET", MOUNT + folder(model)),
                        variable("TOTAL", Long.toString(model.weightsBytes()))));
        return job;
    }

    static Map<String, Object> volume(String namespace, Map<String, String> labels, ModelSettings.Cache settings) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("accessModes", List.of(settings.accessMode()));
        spec.put("resources", Map.of("requests", Map.of("storage", gib(settings))));
        settings.storageClass().ifPresent(name -> spec.put("storageClassName", name));
        var volume = new LinkedHashMap<String, Object>();
        volume.put("apiVersion", "v1");
        volume.put("kind", "PersistentVolumeClaim");
        volume.put("metadata", metadata(namespace, VOLUME, labels));
        volume.put("spec", spec);
        return volume;
    }

    private static String gib(ModelSettings.Cache settings) {
        return Math.ceilDiv(settings.size().toBytes(), 1L << 30) + "Gi";
    }

    private static Map<String, Object> metadata(String namespace, String name, Map<String, String> labels) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", name);
        metadata.put("namespace", namespace);
        metadata.put("labels", new TreeMap<>(labels));
        return metadata;
    }

    private static Map<String, String> podLabels(ModelView model, Map<String, String> labels) {
        var all = new TreeMap<>(labels);
        all.putAll(WeightsCache.POD_LABELS);
        all.put(POD_LABEL, name(model));
        return all;
    }

    private static Map<String, Object> variable(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    private static String hex(ModelView model) {
        return model.digest().substring("sha256:".length());
    }

    private static Map<String, Object> skeleton() {
        return map(new Load(LoadSettings.builder().build()).loadFromString(SKELETON));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> at(Map<String, Object> parent, String key) {
        return map(Objects.requireNonNull(parent.get(key)));
    }

    private static List<?> list(Map<String, Object> parent, String key) {
        return (List<?>) Objects.requireNonNull(parent.get(key));
    }

    private static String read(String resource) {
        try (var stream = Objects.requireNonNull(FetchJob.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
