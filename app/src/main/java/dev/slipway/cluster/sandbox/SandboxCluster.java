package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.Applied;
import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectChange;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cluster.ServiceConnection;
import dev.slipway.cluster.sandbox.api.Access;
import dev.slipway.cluster.sandbox.api.ApiServer;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Randomness;
import dev.slipway.cluster.sandbox.api.Schema;
import dev.slipway.cluster.sandbox.api.Store;
import dev.slipway.cluster.sandbox.controller.ControllerManager;
import dev.slipway.cluster.sandbox.controller.Journal;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.cluster.standin.StandIn;
import dev.slipway.kernel.ClusterId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole cluster in memory. What takes time on a real one takes time here, by the given clock: a thread of its own brings
 * it up to date, and so does every call.
 */
public final class SandboxCluster implements Cluster, AutoCloseable {

    private static final Duration LONGEST_NAP = Duration.ofMillis(250);

    private final ClusterId id;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Watchers watchers = new Watchers();
    private final Journal journal;
    private final ApiServer api;
    private final ControllerManager controllers;
    private final Inventory inventory;
    private final Keeper keeper;
    private final StandIn standIn = new StandIn(this);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread ticker;

    /** One that forgets everything when it is closed. */
    public SandboxCluster(ClusterId id, List<SandboxNode> nodes, Pace pace, InstantSource clock) {
        this(id, nodes, pace, clock, null);
    }

    /** @param file where its state is kept between starts */
    public SandboxCluster(ClusterId id, List<SandboxNode> nodes, Pace pace, InstantSource clock, @Nullable Path file) {
        this.id = id;
        this.clock = clock;
        journal = new Journal(clock);
        var store = new Store(this::changed);
        keeper = new Keeper(store, journal, file);
        var restored = keeper.restore();
        var random = new Randomness(id.value().hashCode() + 31L * store.version());
        api = new ApiServer(store, clock, random);
        controllers = new ControllerManager(api, clock, pace, journal, random);
        inventory = new Inventory(store, controllers.fleet(), clock);
        locked(() -> {
            restored.forEach(entity -> controllers.changed(ObjectChange.Type.MODIFIED, entity));
            Furnishing.furnish(api, nodes);
            return true;
        });
        ticker = Thread.ofVirtual().name("sandbox-" + id).start(this::tick);
    }

    /** Told by the store, under the lock. */
    private void changed(ObjectChange.Type type, Entity entity) {
        controllers.changed(type, entity);
        watchers.changed(type, entity);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            controllers.settle();
            var result = work.get();
            controllers.settle();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void tick() {
        try {
            while (!closed.await(LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS)) {
                locked(keeper::photograph).ifPresent(keeper::keep);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ClusterId id() {
        return id;
    }

    @Override
    public Capabilities capabilities() {
        return locked(inventory::capabilities);
    }

    @Override
    public Optional<Map<String, Object>> customResources(String apiVersion) {
        return Schema.shipped().customResources(apiVersion);
    }

    @Override
    public Duration ping() {
        var start = System.nanoTime();
        locked(() -> true);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public Applied apply(Manifest manifest, ApplyOptions options) {
        return locked(() -> api.apply(manifest.content(), options));
    }

    @Override
    public Optional<Manifest> get(ObjectKey key) {
        return locked(() -> Optional.ofNullable(api.store().find(ref(key))).map(SandboxCluster::manifest));
    }

    @Override
    public List<Manifest> list(String apiVersion, String kind, @Nullable String namespace, String labelSelector) {
        var selector = LabelSelector.parse(labelSelector);
        return locked(() -> {
            var served = api.served(apiVersion, kind);
            var all = namespace == null
                    ? api.store().list(served)
                    : api.store().list(served, served.namespaced() ? namespace : "");
            return all.stream()
                    .filter(entity -> selector.matches(entity.labels()))
                    .map(SandboxCluster::manifest)
                    .toList();
        });
    }

    @Override
    public boolean delete(ObjectKey key, @Nullable String uid, @Nullable String asUser) {
        return locked(() -> api.delete(ref(key), uid, asUser));
    }

    @Override
    public List<KubernetesEvent> events(String namespace) {
        return locked(() -> journal.of(namespace));
    }

    @Override
    public List<String> logs(String namespace, String pod, @Nullable String container, int lines) {
        return locked(() -> {
            var found = api.store()
                    .find(api.served("v1", "Pod"), namespace, pod)
                    .orElseThrow(() -> new ClusterException.Missing("pods \"%s\" not found".formatted(pod)));
            var log = PodLog.of(found, container, clock.instant());
            return log.subList(Math.max(0, log.size() - lines), log.size());
        });
    }

    @Override
    public AutoCloseable watch(Consumer<ObjectChange> listener) {
        return locked(() -> watchers.add(listener, api.store().all()));
    }

    @Override
    public boolean mayUserDo(
            String user,
            List<String> groups,
            String verb,
            String apiGroup,
            String resource,
            @Nullable String namespace) {
        return locked(
                () -> api.access().may(user, groups, new Access.Attempt(verb, apiGroup, resource, namespace, "")));
    }

    @Override
    public ServiceConnection connect(String namespace, String service, int port) {
        return standIn.connect(namespace, service, port);
    }

    private Entity.Ref ref(ObjectKey key) {
        var kind = api.served(key.apiVersion(), key.kind());
        return new Entity.Ref(kind, key.namespace() == null || !kind.namespaced() ? "" : key.namespace(), key.name());
    }

    private static Manifest manifest(Entity entity) {
        return new Manifest(entity.content());
    }

    @Override
    public void close() {
        closed.countDown();
        standIn.close();
        watchers.close();
        try {
            ticker.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        locked(keeper::photograph).ifPresent(keeper::keep);
    }
}
