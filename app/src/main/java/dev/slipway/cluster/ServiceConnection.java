package dev.slipway.cluster;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;

/**
 * How to reach a service inside the cluster from here.
 *
 * @param base address that stands for the service's root; ends with a slash
 * @param headers to be sent along; never shown
 */
public record ServiceConnection(HttpClient client, URI base, Map<String, String> headers) {}
