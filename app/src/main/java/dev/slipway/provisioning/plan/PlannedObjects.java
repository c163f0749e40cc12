package dev.slipway.provisioning.plan;

import dev.slipway.blueprint.RenderedResource;
import dev.slipway.model.WeightsState;
import dev.slipway.provisioning.PlanWeights;
import dev.slipway.provisioning.PlannedObject;
import dev.slipway.provisioning.PlannedObject.Action;
import dev.slipway.provisioning.intent.Hashes;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.plan.Draft.Material;
import dev.slipway.provisioning.state.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan creates, changes, keeps and deletes. */
final class PlannedObjects {

    private PlannedObjects() {}

    static List<PlannedObject> of(Ask ask, Optional<Material> material, List<PlanWeights> weights) {
        if (material.isEmpty()) {
            return List.of();
        }
        var objects = new ArrayList<PlannedObject>();
        var before = before(ask);
        secrets(material.get(), ask, objects);
        if (ask.present().isEmpty()) {
            weights(weights, objects);
        }
        for (var resource : material.get().rendering().resources()) {
            objects.add(object(resource, before.remove(key(resource))));
        }
        before.values()
                .forEach(gone -> objects.add(
                        new PlannedObject(Action.DELETE, gone.apiVersion(), gone.kind(), gone.name(), "", "")));
        return objects;
    }

    /** Whether pods that run now would be replaced. */
    static boolean restarts(Ask ask, Optional<Material> material) {
        var before = before(ask);
        return material.stream()
                .flatMap(made -> made.rendering().resources().stream())
                .anyMatch(resource -> Optional.ofNullable(before.get(key(resource)))
                        .filter(old -> !Objects.equals(template(old), template(resource)))
                        .isPresent());
    }

    private static @Nullable Object template(RenderedResource resource) {
        return Fields.value(resource.manifest(), "spec", "template");
    }

    private static Map<String, RenderedResource> before(Ask ask) {
        return ask.present().map(Ask.Present::revision).map(Revision::resources).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        PlannedObjects::key, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static String key(RenderedResource resource) {
        return resource.apiVersion() + "/" + resource.kind() + "/" + resource.name();
    }

    private static PlannedObject object(RenderedResource resource, @Nullable RenderedResource before) {
        return new PlannedObject(
                action(resource, before),
                resource.apiVersion(),
                resource.kind(),
                resource.name(),
                before == null ? "" : Differences.between(before.manifest(), resource.manifest()),
                Yaml.write(resource.manifest()));
    }

    private static Action action(RenderedResource resource, @Nullable RenderedResource before) {
        if (before == null) {
            return Action.CREATE;
        }
        return Hashes.of(before.manifest()).equals(Hashes.of(resource.manifest())) ? Action.KEEP : Action.CHANGE;
    }

    private static void secrets(Material material, Ask ask, List<PlannedObject> objects) {
        var known = ask.present().map(there -> there.revision().secrets()).orElse(List.of());
        material.rendering()
                .secrets()
                .forEach(need -> objects.add(new PlannedObject(
                        known.contains(need) ? Action.KEEP : Action.CREATE,
                        "v1",
                        "Secret",
                        need.secretName(),
                        "made on the cluster, shown nowhere",
                        "")));
    }

    private static void weights(List<PlanWeights> weights, List<PlannedObject> objects) {
        weights.stream()
                .filter(one -> !(one.state() instanceof WeightsState.Warm))
                .forEach(one -> objects.add(new PlannedObject(
                        Action.CREATE,
                        "batch/v1",
                        "Job",
                        "weights " + one.model().name(),
                        "fetches %s into the namespace's cache"
                                .formatted(Words.gib(one.model().weightsBytes())),
                        "")));
    }
}
