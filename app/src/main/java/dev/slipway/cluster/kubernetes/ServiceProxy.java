package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ServiceConnection;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reaches services through the API server, with the connection's own credentials. */
final class ServiceProxy implements AutoCloseable {

    private final Config config;
    private final URI address;
    private final HttpClient client;

    ServiceProxy(Config config, Duration timeout) {
        this.config = config;
        this.address = URI.create(config.getMasterUrl());
        this.client = client(config, timeout.dividedBy(3));
    }

    private static HttpClient client(Config config, Duration timeout) {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(timeout)
                    .sslContext(SSLUtils.sslContext(config))
                    .build();
        } catch (GeneralSecurityException | IOException unusable) {
            throw new ClusterException.Transient("the certificates or keys of the kubeconfig cannot be used", unusable);
        }
    }

    ServiceConnection connect(String namespace, String service, int port) {
        var path = "/api/v1/namespaces/%s/services/%s:%d/proxy/"
                .formatted(ServedKind.escaped(namespace), ServedKind.escaped(service), port);
        return new ServiceConnection(client, ApiServer.uri(address, path), headers());
    }

    private Map<String, String> headers() {
        return token().map(token -> Map.of("Authorization", "Bearer " + token)).orElseGet(this::basic);
    }

    private Optional<String> token() {
        var provider = config.getOauthTokenProvider();
        return Optional.ofNullable(provider == null ? config.getOauthToken() : provider.getToken())
                .or(() -> Optional.ofNullable(config.getAutoOAuthToken()))
                .filter(token -> !token.isBlank());
    }

    private Map<String, String> basic() {
        if (config.getUsername() == null || config.getPassword() == null) {
            return Map.of(); // a client certificate, which the client already presents
        }
        var pair = (config.getUsername() + ":" + config.getPassword()).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
