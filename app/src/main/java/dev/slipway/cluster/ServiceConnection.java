package dev.slipway.cluster;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;

/**
 * How to reach a service inside the cluster from here. To be closed after use, which gives back what it held open.
 *
 * @param base address that stands for the service's root
 * @param headers to be sent along; never shown
 * @param onClose gives back what was held open
 */
public record ServiceConnection(HttpClient client, URI base, Map<String, String> headers, Runnable onClose)
        implements AutoCloseable {

    /** One that holds nothing open. */
    public ServiceConnection(HttpClient client, URI base, Map<String, String> headers) {
        this(client, base, headers, () -> {});
    }

    @Override
    public void close() {
        onClose.run();
    }
}
