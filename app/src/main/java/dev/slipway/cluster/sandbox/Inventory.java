package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Kind;
import dev.slipway.cluster.sandbox.api.Schema;
import dev.slipway.cluster.sandbox.api.Store;
import dev.slipway.cluster.sandbox.api.Tree;
import dev.slipway.cluster.sandbox.controller.Fleet;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.stream.Collectors;

/** What discovery tells of the sandbox. */
final class Inventory {

    private final Schema schema = Schema.shipped();
    private final Store store;
    private final Fleet fleet;
    private final InstantSource clock;

    Inventory(Store store, Fleet fleet, InstantSource clock) {
        this.store = store;
        this.fleet = fleet;
        this.clock = clock;
    }

    Capabilities capabilities() {
        return new Capabilities(
                schema.version(),
                schema.kinds().stream().map(Kind::toString).collect(Collectors.toUnmodifiableSet()),
                store.list(schema.kind("Node")).stream().map(this::node).toList(),
                store.list(schema.kind("StorageClass")).stream()
                        .sorted(Comparator.comparing(Inventory::isDefault)
                                .reversed()
                                .thenComparing(Entity::name))
                        .map(Entity::name)
                        .toList(),
                clock.instant());
    }

    private static boolean isDefault(Entity storageClass) {
        return storageClass
                .annotation("storageclass.kubernetes.io/is-default-class")
                .equals("true");
    }

    private Node node(Entity node) {
        var allocatable = Tree.texts(node.status(), "allocatable");
        var requested = new HashMap<String, Long>();
        allocatable.keySet().stream()
                .filter(resource -> resource.contains("/"))
                .forEach(resource -> requested.put(
                        resource, fleet.used(node.name(), resource).longValue()));
        return new Node(
                node.name(),
                true,
                node.labels(),
                Tree.maps(node.spec(), "taints").stream()
                        .map(taint -> new Node.Taint(
                                Tree.text(taint, "key"), Tree.text(taint, "value"), Tree.text(taint, "effect")))
                        .toList(),
                allocatable,
                requested);
    }
}
