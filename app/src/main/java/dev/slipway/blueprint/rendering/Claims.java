package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.expression.Quantity;
import dev.slipway.blueprint.source.Code;
import dev.slipway.kernel.Amounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What objects claim of a cluster, read off the objects themselves. Where a container says no request its limit counts,
 * as in Kubernetes. Devices are claimed by shares; asking for one beside them is refused here.
 */
final class Claims {

    private static final Amounts ONE_POD = new Amounts(0, 0, 0, 1, Map.of());

    private final Set<String> shared;
    private final List<RenderedResource> resources;
    private final Replicas replicas;

    /** Claims of these resources together, each with the most replicas or with the fewest. */
    Claims(Facts facts, List<RenderedResource> resources, Replicas.Bound bound) {
        this.shared = facts.shares().values().stream()
                .flatMap(share -> share.limits().keySet().stream())
                .collect(Collectors.toSet());
        this.resources = resources;
        this.replicas = new Replicas(resources, bound);
    }

    Amounts amounts() {
        return resources.stream().map(this::of).reduce(Amounts.NONE, Amounts::plus);
    }

    private Amounts of(RenderedResource resource) {
        try {
            var spec = Labels.map(resource.manifest().get("spec"));
            return switch (resource.kind()) {
                case "Pod" -> pod(spec);
                case "Deployment" -> template(spec).times(replicas.of(resource));
                case "StatefulSet" ->
                    template(spec)
                            .plus(volumes(spec.get("volumeClaimTemplates")))
                            .times(replicas.of(resource));
                case "Job" -> job(spec);
                case "CronJob" ->
                    job(Labels.map(Labels.map(spec.get("jobTemplate")).get("spec")));
                case "PersistentVolumeClaim" -> volume(spec);
                case "InferenceService" ->
                    predictor(Labels.map(spec.get("predictor"))).times(replicas.of(resource));
                case "NIMService" ->
                    container(spec).plus(ONE_POD).times(replicas.of(resource)).plus(made(spec));
                case "NIMCache" ->
                    container(Map.of("resources", Map.of("requests", Labels.map(spec.get("resources")))))
                            .plus(ONE_POD)
                            .plus(made(spec));
                default -> Amounts.NONE;
            };
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new EvaluationException(
                    Code.X001.text(),
                    "spec.resources." + resource.id(),
                    "What '%s' claims cannot be told: %s.".formatted(resource.id(), e.getMessage()));
        }
    }

    private Amounts job(Map<String, Object> spec) {
        var parallel = number(spec, "parallelism", 1);
        return template(spec).times(Math.min(parallel, number(spec, "completions", Math.max(parallel, 1))));
    }

    private Amounts template(Map<String, Object> spec) {
        return pod(Labels.map(Labels.map(spec.get("template")).get("spec")));
    }

    /** KServe puts the container of a model beside those that are written out. */
    private Amounts predictor(Map<String, Object> predictor) {
        return pod(predictor).plus(container(predictor.get("model")));
    }

    /** The volume claim that a NIM's operator makes for it. */
    private static Amounts made(Map<String, Object> spec) {
        var claim = Labels.map(Labels.map(spec.get("storage")).get("pvc"));
        return Boolean.TRUE.equals(claim.get("create"))
                ? new Amounts(0, 0, Quantity.bytes(claim.getOrDefault("size", 0L)), 0, Map.of())
                : Amounts.NONE;
    }

    /** Containers together, or the largest container that runs before them, whichever is more. */
    private Amounts pod(Map<String, Object> spec) {
        var together = Amounts.NONE;
        for (var container : list(spec.get("containers"))) {
            together = together.plus(container(container));
        }
        var sidecars = Amounts.NONE;
        var before = Amounts.NONE;
        for (var container : list(spec.get("initContainers"))) {
            var own = container(container);
            before = largest(before, sidecars.plus(own));
            if ("Always".equals(Labels.map(container).get("restartPolicy"))) {
                sidecars = sidecars.plus(own);
            }
        }
        var running = largest(together.plus(sidecars), before);
        return new Amounts(
                running.cpuMillis(), running.memoryBytes(), ephemeral(spec).storageBytes(), 1, Map.of());
    }

    private Amounts container(@Nullable Object container) {
        var resources = Labels.map(Labels.map(container).get("resources"));
        var requests = Labels.map(resources.get("requests"));
        var limits = Labels.map(resources.get("limits"));
        checkDevices(requests.keySet());
        checkDevices(limits.keySet());
        return new Amounts(
                Quantity.millis(requests.getOrDefault("cpu", limits.getOrDefault("cpu", 0L))),
                Quantity.bytes(requests.getOrDefault("memory", limits.getOrDefault("memory", 0L))),
                0,
                0,
                Map.of());
    }

    private void checkDevices(Set<String> resources) {
        for (var resource : resources) {
            if (resource.contains("/") && !shared.contains(resource)) {
                throw new IllegalArgumentException("'%s' is asked for outside of shares".formatted(resource));
            }
        }
    }

    private static Amounts ephemeral(Map<String, Object> spec) {
        return list(spec.get("volumes")).stream()
                .map(volume -> Labels.map(Labels.map(volume).get("ephemeral")))
                .filter(ephemeral -> !ephemeral.isEmpty())
                .map(ephemeral -> volume(Labels.map(
                        Labels.map(ephemeral.get("volumeClaimTemplate")).get("spec"))))
                .reduce(Amounts.NONE, Amounts::plus);
    }

    private static Amounts volumes(@Nullable Object templates) {
        return list(templates).stream()
                .map(template -> volume(Labels.map(Labels.map(template).get("spec"))))
                .reduce(Amounts.NONE, Amounts::plus);
    }

    private static Amounts volume(Map<String, Object> spec) {
        var requests = Labels.map(Labels.map(spec.get("resources")).get("requests"));
        return new Amounts(0, 0, Quantity.bytes(requests.getOrDefault("storage", 0L)), 0, Map.of());
    }

    private static Amounts largest(Amounts left, Amounts right) {
        return new Amounts(
                Math.max(left.cpuMillis(), right.cpuMillis()),
                Math.max(left.memoryBytes(), right.memoryBytes()),
                0,
                0,
                Map.of());
    }

    private static long number(Map<String, Object> spec, String field, long otherwise) {
        return spec.get(field) instanceof Number number ? Math.max(number.longValue(), 0) : otherwise;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
