package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.RenderedResource;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.state.Observation.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far the objects of a revision have come within one pass: which were seen, and which may come next. */
final class Board {

    /** A claim may be bound only when a pod asks for it, so nothing waits for that. */
    private static final String CLAIM = "PersistentVolumeClaim";

    private final Origin origin;
    private List<RenderedResource> resources;
    private final Map<ObjectKey, OwnedObject> owned = new LinkedHashMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    Board(Origin origin, List<RenderedResource> resources, List<OwnedObject> owned) {
        this.origin = origin;
        this.resources = resources;
        owned.forEach(object -> this.owned.put(object.key(), object));
    }

    /** One resource after it was tried. */
    record Outcome(RenderedResource resource, OwnedObject object, Seen seen) {

        boolean letsOthersGoOn() {
            return seen.isReady()
                    || (resource.kind().equals(CLAIM)
                            && seen.refusal().isEmpty()
                            && !seen.live().isEmpty());
        }
    }

    /** Those whose turn it is: everything they refer to is ready, all they need is known. */
    List<RenderedResource> next() {
        return resources.stream()
                .filter(resource -> !outcomes.containsKey(id(resource)) && !resource.isWaiting())
                .filter(resource -> blockers(resource).isEmpty())
                .toList();
    }

    void take(Outcome outcome) {
        outcomes.put(id(outcome.resource()), outcome);
        owned.put(outcome.object().key(), outcome.object());
    }

    /** Rendered again, with what is live by now. */
    void rendered(List<RenderedResource> again) {
        resources = again;
    }

    List<RenderedResource> resources() {
        return resources;
    }

    boolean hasWaiting() {
        return resources.stream().anyMatch(RenderedResource::isWaiting);
    }

    Optional<OwnedObject> owned(RenderedResource resource) {
        return Optional.ofNullable(owned.get(Claims.key(origin, resource)));
    }

    List<OwnedObject> owned() {
        return List.copyOf(owned.values());
    }

    void claimed(List<OwnedObject> claims) {
        claims.forEach(object -> owned.put(object.key(), object));
    }

    /** What stands in the way of a resource that was not tried. */
    Set<String> blockers(RenderedResource resource) {
        return resources.stream()
                .filter(other -> resource.dependsOn().contains(other.id())
                        || resource.waitingFor().contains(other.id()))
                .filter(other -> !Optional.ofNullable(outcomes.get(id(other)))
                        .filter(Outcome::letsOthersGoOn)
                        .isPresent())
                .map(other -> other.kind() + " " + other.name())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    Optional<Outcome> outcome(RenderedResource resource) {
        return Optional.ofNullable(outcomes.get(id(resource)));
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    /** Everything was applied and nothing was refused. */
    boolean isAllApplied() {
        return resources.stream()
                .allMatch(resource -> outcome(resource)
                        .filter(outcome -> outcome.seen().refusal().isEmpty())
                        .isPresent());
    }

    /** What the cluster says, by resource id, as expressions see it. */
    Map<String, Object> live() {
        var live = new TreeMap<String, Object>();
        outcomes.values().stream()
                .filter(outcome -> !outcome.seen().live().isEmpty())
                .forEach(outcome -> put(live, outcome));
        return live;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> live, Outcome outcome) {
        var resource = outcome.resource();
        if (resource.key().isEmpty()) {
            live.put(resource.id(), outcome.seen().live());
        } else {
            ((List<Object>) live.computeIfAbsent(resource.id(), id -> new ArrayList<>()))
                    .add(outcome.seen().live());
        }
    }

    private static String id(RenderedResource resource) {
        return resource.id() + "/" + resource.key();
    }
}
