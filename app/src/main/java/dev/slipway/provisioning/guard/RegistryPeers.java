package dev.slipway.provisioning.guard;

import dev.slipway.provisioning.settings.ProvisioningSettings.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The house's registry as a NetworkPolicy names it. */
public final class RegistryPeers {

    private RegistryPeers() {}

    public static List<Map<String, Object>> of(Registry registry) {
        var peers = new ArrayList<Map<String, Object>>();
        if (!registry.namespace().isEmpty()) {
            peers.add(Map.of(
                    "namespaceSelector",
                    Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", registry.namespace()))));
        }
        registry.addresses().forEach(cidr -> peers.add(Map.of("ipBlock", Map.of("cidr", cidr))));
        return List.copyOf(peers);
    }
}
