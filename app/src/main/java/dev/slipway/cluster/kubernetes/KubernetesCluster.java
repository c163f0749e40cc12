package dev.slipway.cluster.kubernetes;

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
import dev.slipway.cluster.standin.StandIn;
import dev.slipway.kernel.ClusterId;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cluster behind a Kubernetes API server. Closing it ends its watches and its connections. */
public final class KubernetesCluster implements Cluster, AutoCloseable {

    private final ClusterId id;
    private final ApiServer api;
    private final Resources resources;
    private final Inventory inventory;
    private final Pods pods;
    private final PortForwards services;
    private final Watches watches;
    private volatile @Nullable StandIn standIn;

    private KubernetesCluster(ClusterId id, KubernetesClient client, Duration timeout, InstantSource clock) {
        var api = new ApiServer(client, timeout);
        var discovery = new Discovery(api, timeout);
        this.id = id;
        this.api = api;
        this.resources = new Resources(api, discovery);
        this.services = new PortForwards(client, resources, clock);
        this.inventory = new Inventory(resources, discovery, clock, timeout);
        this.pods = new Pods(api);
        this.watches = new Watches(id, api, discovery);
    }

    /**
     * Reads the source and asks the API server whether it is there.
     *
     * @param timeout of every call
     * @throws ClusterException.Transient when the source cannot be used or the server does not answer; its message says why in
     *     one sentence
     */
    public static KubernetesCluster connect(
            ClusterId id, KubeconfigSource source, InstantSource clock, Duration timeout) {
        var config = Kubeconfigs.configuration(source, timeout);
        var cluster = new KubernetesCluster(id, client(config), timeout, clock);
        try {
            cluster.ping();
            return cluster;
        } catch (ClusterException unreachable) {
            cluster.close();
            throw unreachable;
        }
    }

    private static KubernetesClient client(Config config) {
        try {
            return new KubernetesClientBuilder().withConfig(config).build();
        } catch (KubernetesClientException unusable) {
            throw new ClusterException.Transient("the certificates or keys of the kubeconfig cannot be used", unusable);
        }
    }

    /** From now on a stand-in answers for its services. For a test bed, whose pods do not really run. */
    public KubernetesCluster answeredByStandIn() {
        standIn = new StandIn(this);
        return this;
    }

    @Override
    public ClusterId id() {
        return id;
    }

    @Override
    public Capabilities capabilities() {
        return inventory.capabilities();
    }

    @Override
    public Optional<Map<String, Object>> customResources(String apiVersion) {
        var answer = api.send(Call.get("/openapi/v3/apis/" + apiVersion));
        if (answer.code() == 404) {
            return Optional.empty();
        }
        if (!answer.successful()) {
            throw Refusals.exception(answer);
        }
        return Optional.of(answer.object());
    }

    @Override
    public Duration ping() {
        var start = System.nanoTime();
        api.call(Call.get("/version"));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public Applied apply(Manifest manifest, ApplyOptions options) {
        return resources.apply(manifest, options);
    }

    @Override
    public Optional<Manifest> get(ObjectKey key) {
        return resources.get(key);
    }

    @Override
    public List<Manifest> list(String apiVersion, String kind, @Nullable String namespace, String labelSelector) {
        return resources.list(apiVersion, kind, namespace, labelSelector);
    }

    @Override
    public boolean delete(ObjectKey key, @Nullable String uid, @Nullable String asUser) {
        return resources.delete(key, uid, asUser);
    }

    @Override
    public List<KubernetesEvent> events(String namespace) {
        return Events.newestFirst(resources.all("/api/v1/namespaces/" + ServedKind.escaped(namespace) + "/events"));
    }

    @Override
    public List<String> logs(String namespace, String pod, @Nullable String container, int lines) {
        return pods.logs(namespace, pod, container, lines);
    }

    @Override
    public AutoCloseable watch(Consumer<ObjectChange> listener) {
        return watches.watch(listener);
    }

    @Override
    public boolean mayUserDo(
            String user,
            List<String> groups,
            String verb,
            String apiGroup,
            String resource,
            @Nullable String namespace) {
        var parts = resource.split("/", 2);
        var attempt = new LinkedHashMap<String, Object>();
        attempt.put("verb", verb);
        attempt.put("group", apiGroup);
        attempt.put("resource", parts[0]);
        attempt.put("subresource", parts.length > 1 ? parts[1] : "");
        attempt.put("namespace", namespace == null ? "" : namespace);
        var review = Map.<String, Object>of(
                "apiVersion", "authorization.k8s.io/v1",
                "kind", "SubjectAccessReview",
                "spec", Map.of("user", user, "groups", groups, "resourceAttributes", attempt));
        var answer = api.call(Call.post("/apis/authorization.k8s.io/v1/subjectaccessreviews", review));
        return Boolean.TRUE.equals(Json.at(answer.object(), Boolean.class, "status", "allowed"));
    }

    @Override
    public ServiceConnection connect(String namespace, String service, int port) {
        var played = standIn;
        return played == null ? services.connect(namespace, service, port) : played.connect(namespace, service, port);
    }

    @Override
    public void close() {
        watches.close();
        services.close();
        var played = standIn;
        if (played != null) {
            played.close();
        }
        api.close();
    }
}
