package dev.slipway.cluster;

import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Optional;

/** The registered clusters. */
public interface Clusters {

    List<ClusterView> all();

    Optional<ClusterView> find(ClusterId id);

    /**
     * The connection to a cluster, made when first asked for.
     *
     * @throws ClusterException.Missing when none of that name is registered
     * @throws ClusterException.Transient when it cannot be reached; {@code getMessage()} says why in one sentence
     */
    Cluster connect(ClusterId id);

    /**
     * @param title as people call it: {@code Hamburg 1}
     * @param region where its data is: {@code eu-de-hamburg}
     * @param kind {@code sandbox} or {@code kubernetes}
     * @param encryptedStorageClasses storage classes that are marked as encrypted, the preferred one first
     */
    record ClusterView(
            ClusterId id,
            String title,
            String region,
            String kind,
            Health health,
            List<String> encryptedStorageClasses) {

        public ClusterView(ClusterId id, String title, String region, String kind, Health health) {
            this(id, title, region, kind, health, List.of());
        }

        /** The storage class for volumes that have to be encrypted; empty text when the cluster offers none. */
        public String encryptedStorageClass(Capabilities capabilities) {
            return encryptedStorageClasses.stream()
                    .filter(capabilities.storageClasses()::contains)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * @param reachable whether the last call came through
     * @param message why not, in one sentence; empty when reachable
     */
    record Health(boolean reachable, String message) {}
}
