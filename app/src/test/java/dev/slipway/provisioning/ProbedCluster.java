package dev.slipway.provisioning;

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
import dev.slipway.kernel.ClusterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cluster that writes down what it is asked, can be away, and can stop the asker before and after any effect. */
final class ProbedCluster implements Cluster {

    private final Cluster cluster;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile Probe probe = (moment, call) -> {};

    ProbedCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    /** One effect: an apply or a delete. */
    record Call(String verb, ObjectKey key, @Nullable String user) {
        boolean isOf(String kind) {
            return key.kind().equals(kind);
        }
    }

    enum Moment {
        BEFORE,
        AFTER
    }

    /** Asked around each effect; whatever it throws is what the asker gets. */
    @FunctionalInterface
    interface Probe {
        void at(Moment moment, Call call);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }

    void away(boolean now) {
        away = now;
    }

    void probe(Probe probe) {
        this.probe = probe;
    }

    void unprobed() {
        probe = (moment, call) -> {};
    }

    private <T> T ask(Supplier<T> question) {
        if (away) {
            throw new ClusterException.Transient("connection refused");
        }
        return question.get();
    }

    private <T> T effect(Call call, Supplier<T> question) {
        probe.at(Moment.BEFORE, call);
        var answer = ask(question);
        calls.add(call);
        probe.at(Moment.AFTER, call);
        return answer;
    }

    @Override
    public ClusterId id() {
        return cluster.id();
    }

    @Override
    public Capabilities capabilities() {
        return ask(cluster::capabilities);
    }

    @Override
    public Duration ping() {
        return ask(cluster::ping);
    }

    @Override
    public Applied apply(Manifest manifest, ApplyOptions options) {
        return options.dryRun()
                ? ask(() -> cluster.apply(manifest, options))
                : effect(new Call("apply", manifest.key(), options.asUser()), () -> cluster.apply(manifest, options));
    }

    @Override
    public Optional<Map<String, Object>> customResources(String apiVersion) {
        return ask(() -> cluster.customResources(apiVersion));
    }

    @Override
    public Optional<Manifest> get(ObjectKey key) {
        return ask(() -> cluster.get(key));
    }

    @Override
    public List<Manifest> list(String apiVersion, String kind, @Nullable String namespace, String labelSelector) {
        return ask(() -> cluster.list(apiVersion, kind, namespace, labelSelector));
    }

    @Override
    public boolean delete(ObjectKey key, @Nullable String uid, @Nullable String asUser) {
        return effect(new Call("delete", key, asUser), () -> cluster.delete(key, uid, asUser));
    }

    @Override
    public List<KubernetesEvent> events(String namespace) {
        return ask(() -> cluster.events(namespace));
    }

    @Override
    public List<String> logs(String namespace, String pod, @Nullable String container, int lines) {
        return ask(() -> cluster.logs(namespace, pod, container, lines));
    }

    @Override
    public AutoCloseable watch(Consumer<ObjectChange> listener) {
        return ask(() -> cluster.watch(listener));
    }

    @Override
    public boolean mayUserDo(
            String user,
            List<String> groups,
            String verb,
            String apiGroup,
            String resource,
            @Nullable String namespace) {
        return ask(() -> cluster.mayUserDo(user, groups, verb, apiGroup, resource, namespace));
    }

    @Override
    public ServiceConnection connect(String namespace, String service, int port) {
        return ask(() -> cluster.connect(namespace, service, port));
    }
}
