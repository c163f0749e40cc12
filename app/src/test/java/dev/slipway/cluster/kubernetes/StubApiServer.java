package dev.slipway.cluster.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.kernel.ClusterId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves config maps and nothing else, and answers lists and watches of them as it is told, one after the other. */
final class StubApiServer implements AutoCloseable {

    static final String DISCOVERY = """
            {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {}, "versions": [{"version": "v1", "resources": [
             {"resource": "configmaps", "responseKind": {"kind": "ConfigMap"}, "scope": "Namespaced",
              "verbs": ["get", "list", "watch", "patch", "delete"]}]}]}]}""";

    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedDeque<Reply> lists = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Reply> watches = new ConcurrentLinkedDeque<>();

    /** What lists and watches were asked for. */
    final List<URI> asked = new CopyOnWriteArrayList<>();

    StubApiServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        on("/version", text(200, "{\"gitVersion\": \"v1.36.3\"}"));
        on("/api", text(200, DISCOVERY));
        on("/apis", text(200, "{\"kind\": \"APIGroupDiscoveryList\", \"items\": []}"));
        on("/api/v1/configmaps", this::objects);
        server.start();
    }

    void on(String path, Reply reply) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException first) {
            // nothing was there
        }
        server.createContext(path, exchange -> {
            try (exchange) {
                reply.to(exchange);
            }
        });
    }

    StubApiServer lists(Reply reply) {
        lists.add(reply);
        return this;
    }

    StubApiServer watches(Reply reply) {
        watches.add(reply);
        return this;
    }

    private void objects(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        var replies = exchange.getRequestURI().getQuery().contains("watch=true") ? watches : lists;
        var reply = replies.size() > 1 ? replies.poll() : replies.peek();
        (reply == null ? text(503, "") : reply).to(exchange);
    }

    static Reply text(int code, String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Events, one a line, then the end of the answer. */
    static Reply events(String... events) {
        return text(200, String.join("\n", events) + "\n");
    }

    /** Events, then nothing more for a while. */
    static Reply eventsAndWait(String... events) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (var event : events) {
                exchange.getResponseBody().write((event + "\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            sleep(Duration.ofMinutes(1));
        };
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    static String list(String version, String... objects) {
        return "{\"metadata\": {\"resourceVersion\": \"%s\"}, \"items\": [%s]}"
                .formatted(version, String.join(", ", objects));
    }

    static String object(String name, String version) {
        return """
                {"metadata": {"name": "%s", "namespace": "here", "resourceVersion": "%s",\
                 "labels": {"instance": "of-%s"}}}""".formatted(name, version, name);
    }

    static String event(String type, String object) {
        return "{\"type\": \"%s\", \"object\": %s}".formatted(type, object);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    KubernetesCluster connect(Duration timeout) {
        return connect(kubeconfig(address()), timeout);
    }

    static KubernetesCluster connect(String kubeconfig, Duration timeout) {
        return KubernetesCluster.connect(
                new ClusterId("stub"), new KubeconfigSource.Text(kubeconfig, null), InstantSource.system(), timeout);
    }

    static String kubeconfig(String address) {
        return """
                apiVersion: v1
                kind: Config
                current-context: main
                clusters: [{name: it, cluster: {server: "%s"}}]
                users: [{name: me, user: {token: very-secret}}]
                contexts: [{name: main, context: {cluster: it, user: me}}]
                """.formatted(address);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
