package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ServiceConnection;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reaches the pods of services by the API server's port forwarding. Its service proxy will not do: it removes the header
 * {@code Authorization} from every request, which is where a model server expects its key. Each pod that was asked for has a port
 * of this machine, open to local processes only, until nobody asked for it for a while.
 */
final class PortForwards implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PortForwards.class);
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final KubernetesClient client;
    private final Resources resources;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // some model servers stumble over the offer of HTTP/2
            .build();
    private final Map<ServiceTarget, Open> open = new ConcurrentHashMap<>();

    private record Open(LocalPortForward forward, Instant used) {}

    PortForwards(KubernetesClient client, Resources resources, InstantSource clock) {
        this.client = client;
        this.resources = resources;
        this.clock = clock;
    }

    ServiceConnection connect(String namespace, String service, int port) {
        var now = clock.instant();
        closeUnusedSince(now.minus(IDLE));
        var target = target(namespace, service, port);
        var forward = forward(target, now);
        return new ServiceConnection(http, URI.create("http://127.0.0.1:" + forward.getLocalPort() + "/"), Map.of());
    }

    private ServiceTarget target(String namespace, String service, int port) {
        var root = "/api/v1/namespaces/" + ServedKind.escaped(namespace);
        var found = resources.raw(root + "/services/" + ServedKind.escaped(service));
        var pods = resources.all(root + "/pods?labelSelector=" + ServedKind.escaped(ServiceTarget.selector(found)));
        return ServiceTarget.of(found, port, pods);
    }

    private LocalPortForward forward(ServiceTarget target, Instant now) {
        try {
            return open.compute(target, (same, last) -> {
                        var alive = last != null && last.forward().isAlive();
                        return new Open(last != null && alive ? last.forward() : listen(target), now);
                    })
                    .forward();
        } catch (RuntimeException failed) {
            throw new ClusterException.Transient("no port of this machine could be opened", failed);
        }
    }

    private LocalPortForward listen(ServiceTarget target) {
        return client.pods()
                .inNamespace(target.namespace())
                .withName(target.pod())
                .portForward(target.port(), InetAddress.getLoopbackAddress(), 0);
    }

    private void closeUnusedSince(Instant time) {
        for (var target : List.copyOf(open.keySet())) {
            open.computeIfPresent(target, (same, found) -> {
                if (found.used().isBefore(time)) {
                    close(found);
                    return null;
                }
                return found;
            });
        }
    }

    private static void close(Open found) {
        try {
            found.forward().close();
        } catch (IOException failed) {
            LOG.debug("A forwarded port did not close", failed);
        }
    }

    @Override
    public void close() {
        open.values().forEach(PortForwards::close);
        open.clear();
        http.shutdownNow();
    }
}
