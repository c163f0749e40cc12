package dev.slipway.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of objects that Kubernetes does not let be changed once an object exists. */
public final class ImmutableFields {

    private ImmutableFields() {}

    /** Paths by kind; a job is not among them, since Slipway does it anew. */
    public static List<List<String>> of(String kind) {
        return switch (kind) {
            case "Deployment" -> List.of(List.of("spec", "selector"));
            case "StatefulSet" ->
                List.of(
                        List.of("spec", "selector"),
                        List.of("spec", "serviceName"),
                        List.of("spec", "podManagementPolicy"),
                        List.of("spec", "volumeClaimTemplates"));
            case "PersistentVolumeClaim" ->
                List.of(
                        List.of("spec", "accessModes"),
                        List.of("spec", "storageClassName"),
                        List.of("spec", "volumeMode"),
                        List.of("spec", "volumeName"),
                        List.of("spec", "selector"),
                        List.of("spec", "dataSource"));
            case "Service" -> List.of(List.of("spec", "clusterIP"));
            case "ResourceClaimTemplate" -> List.of(List.of("spec"));
            case "ConfigMap", "Secret" -> List.of(List.of("immutable"));
            default -> List.of();
        };
    }

    /** Those that differ, as {@code spec.selector}. A field that one of the two leaves to the cluster does not count. */
    public static List<String> changed(String kind, Map<String, Object> before, Map<String, Object> after) {
        var changed = new ArrayList<String>();
        for (var path : of(kind)) {
            var was = at(before, path);
            var is = at(after, path);
            if (was != null && is != null && !Objects.equals(was, is)) {
                changed.add(String.join(".", path));
            }
        }
        return changed;
    }

    private static @Nullable Object at(Map<String, Object> object, List<String> path) {
        @Nullable Object value = object;
        for (var step : path) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }
}
