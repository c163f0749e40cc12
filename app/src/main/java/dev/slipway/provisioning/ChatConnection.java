package dev.slipway.provisioning;

import dev.slipway.cluster.ServiceConnection;

/**
 * How to talk to an instance's OpenAI-compatible endpoint from here. Not to be kept, logged or shown.
 *
 * @param path below the service's root: {@code /v1}
 * @param apiKey as it is on the cluster at this moment; empty where the endpoint asks for none
 * @param model what the endpoint calls its model
 */
public record ChatConnection(ServiceConnection service, String path, String apiKey, String model) {

    @Override
    public String toString() {
        return "ChatConnection[" + service.base() + path + "]";
    }
}
