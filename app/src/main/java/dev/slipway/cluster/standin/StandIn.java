package dev.slipway.cluster.standin;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cluster.ServiceConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A small OpenAI-compatible server on this machine's loopback. It knows the services of one cluster: it asks for the key that
 * their pods read from a Secret, and is away while no pod is ready. Started when first needed.
 */
public final class StandIn implements AutoCloseable {

    private final Cluster cluster;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads, HttpClient client) {}

    public StandIn(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @throws ClusterException.Missing when there is no such service */
    public ServiceConnection connect(String namespace, String service, int port) {
        if (cluster.get(new ObjectKey("v1", "Service", namespace, service)).isEmpty()) {
            throw new ClusterException.Missing("services \"%s\" not found".formatted(service));
        }
        var now = running();
        var address = "http://127.0.0.1:%d/%s/%s/%d/"
                .formatted(now.server().getAddress().getPort(), namespace, service, port);
        return new ServiceConnection(now.client(), URI.create(address), Map.of());
    }

    private Running running() {
        lock.lock();
        try {
            var known = running;
            if (known == null) {
                known = start();
                running = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Running start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", new Door(cluster));
            server.start();
            return new Running(server, threads, HttpClient.newHttpClient());
        } catch (IOException noPort) {
            throw new ClusterException.Transient("The stand-in server cannot be started", noPort);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (running != null) {
                running.server().stop(0);
                running.threads().shutdownNow();
                running.client().shutdownNow();
            }
            running = null;
        } finally {
            lock.unlock();
        }
    }
}
