package dev.slipway.blueprint;

import dev.slipway.kernel.EnvironmentKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that expressions may know besides the parameters.
 *
 * @param models the certified models this environment may use, by name
 * @param instances instances of the same environment that others may refer to, by name
 * @param shares what was chosen for each declared share; empty until it is
 * @param weights where each declared model's weights are; empty until known
 * @param live what the cluster says, by resource id: an object, or a list of objects for a resource with {@code forEach}
 */
public record Facts(
        Metadata metadata,
        Team team,
        Environment environment,
        User user,
        Cluster cluster,
        Map<String, Model> models,
        Map<String, Instance> instances,
        Map<String, Share> shares,
        Map<String, Weights> weights,
        Map<String, Object> live) {

    public Facts {
        models = Map.copyOf(models);
        instances = Map.copyOf(instances);
        shares = Map.copyOf(shares);
        weights = Map.copyOf(weights);
        live = Map.copyOf(live);
    }

    public Facts(
            Metadata metadata,
            Team team,
            Environment environment,
            User user,
            Cluster cluster,
            Map<String, Model> models) {
        this(metadata, team, environment, user, cluster, models, Map.of(), Map.of(), Map.of(), Map.of());
    }

    public Facts withInstances(Map<String, Instance> others) {
        return new Facts(metadata, team, environment, user, cluster, models, others, shares, weights, live);
    }

    public Facts withShares(Map<String, Share> chosen) {
        return new Facts(metadata, team, environment, user, cluster, models, instances, chosen, weights, live);
    }

    public Facts withWeights(Map<String, Weights> places) {
        return new Facts(metadata, team, environment, user, cluster, models, instances, shares, places, live);
    }

    public Facts withLive(Map<String, Object> objects) {
        return new Facts(metadata, team, environment, user, cluster, models, instances, shares, weights, objects);
    }

    /**
     * The instance itself.
     *
     * @param labels that Slipway computes and every object carries, among them {@code slipway.dev/instance}
     */
    public record Metadata(String name, String namespace, Map<String, String> labels) {

        /** So many characters the name of an instance may have. */
        public static final int LONGEST_NAME = 40;
    }

    public record Team(String name, String title) {}

    public record Environment(String name, EnvironmentKind kind) {}

    public record User(String name) {}

    /**
     * The target.
     *
     * @param apis served kinds: {@code apps/v1/Deployment}
     * @param features for example {@code gpu}, {@code mig}
     * @param registry the house's registry as seen from the cluster
     * @param encryptedStorageClass whose volumes are encrypted, as the cluster's entry says; empty text for none
     */
    public record Cluster(
            String name,
            String region,
            Set<String> apis,
            Set<String> features,
            Registry registry,
            String encryptedStorageClass) {

        /** All that a cluster may offer, besides kinds. */
        public static final List<String> FEATURES = List.of("gpu", "mig", "time-slicing", "encrypted-volumes");

        /** The feature of clusters with a storage class that is marked as encrypted. */
        public static final String ENCRYPTED_VOLUMES = "encrypted-volumes";

        public Cluster {
            if (!encryptedStorageClass.isEmpty()) {
                features = Stream.concat(features.stream(), Stream.of(ENCRYPTED_VOLUMES))
                        .collect(Collectors.toUnmodifiableSet());
            }
        }

        public Cluster(String name, String region, Set<String> apis, Set<String> features, Registry registry) {
            this(name, region, apis, features, registry, "");
        }

        /** What a blueprint asks for and this does not offer, in words for people. */
        public List<String> lacks(Descriptor.Requirements requires) {
            return Stream.concat(
                            requires.apis().stream().filter(api -> !apis.contains(api)),
                            requires.features().stream()
                                    .filter(feature -> !features.contains(feature))
                                    .map(Cluster::words))
                    .sorted()
                    .toList();
        }

        private static String words(String feature) {
            return feature.equals(ENCRYPTED_VOLUMES) ? "a storage class that is marked as encrypted" : feature;
        }

        public Cluster(String name, String region, Set<String> apis, Set<String> features) {
            this(name, region, apis, features, Registry.NONE);
        }
    }

    /**
     * The house's OCI registry.
     *
     * @param address host and port: {@code registry.example:5000}
     * @param peers the same as peers of a NetworkPolicy; without any, rules that name the registry open nothing
     */
    public record Registry(String address, List<Map<String, Object>> peers) {

        public static final Registry NONE = new Registry("registry.invalid", List.of());
    }

    /**
     * A certified model.
     *
     * @param kind {@code generator} or {@code embedding}
     * @param reference OCI reference in the house, without tag: {@code registry.example/models/llama}
     * @param digest {@code sha256:…}
     * @param parameters how many
     * @param kvBytesPerToken key and value cache for one token of one sequence
     * @param contextLength the longest context it was made for
     * @param quantisation {@code none}, {@code fp8}, {@code mxfp4}, …
     */
    public record Model(
            String name,
            String title,
            String kind,
            String version,
            String digest,
            String reference,
            String licence,
            long weightsBytes,
            long parameters,
            long kvBytesPerToken,
            long contextLength,
            String quantisation) {}

    /**
     * Another instance of the same environment.
     *
     * @param blueprint its name
     * @param outputs its plain outputs, by name
     * @param secrets where its secret outputs lie, by name
     */
    public record Instance(
            String name, String blueprint, Map<String, Object> outputs, Map<String, SecretKey> secrets) {}

    /** A key of a Kubernetes Secret in the instance's namespace. */
    public record SecretKey(String name, String key) {}

    /**
     * What was chosen for a declared share; each pod gets one of them.
     *
     * @param limits GPU resources of one pod: {@code nvidia.com/mig-3g.40gb: "1"}
     * @param mode {@code whole}, {@code mig}, {@code time-sliced}, {@code memory-limited}, {@code dra}
     * @param profile {@code 3g.40gb}; for other modes whatever names the share to people
     * @param memoryBytes that one share offers
     * @param isolation {@code strict} or {@code shared}
     * @param tolerations of the pod, as in a pod's spec
     * @param annotations of the pod
     * @param utilisation the part of the memory which the pod sees on its device that it may take, as a decimal: {@code
     *     0.90}, or {@code 0.225} of a GPU that four share in turn
     */
    public record Share(
            String deviceModel,
            String mode,
            String profile,
            long memoryBytes,
            long count,
            String isolation,
            Map<String, String> limits,
            Map<String, String> nodeSelector,
            List<Map<String, Object>> tolerations,
            Map<String, String> annotations,
            @Nullable String schedulerName,
            @Nullable String runtimeClassName,
            String utilisation) {

        public Share(
                String deviceModel,
                String mode,
                String profile,
                long memoryBytes,
                long count,
                String isolation,
                Map<String, String> limits,
                Map<String, String> nodeSelector,
                List<Map<String, Object>> tolerations,
                Map<String, String> annotations,
                @Nullable String schedulerName,
                @Nullable String runtimeClassName) {
            this(
                    deviceModel,
                    mode,
                    profile,
                    memoryBytes,
                    count,
                    isolation,
                    limits,
                    nodeSelector,
                    tolerations,
                    annotations,
                    schedulerName,
                    runtimeClassName,
                    "0.90");
        }
    }

    /**
     * Where the weights of a declared model are.
     *
     * @param claimName of the volume claim in the instance's namespace
     * @param path the model's folder within that volume, relative: {@code llama-3.1-8b-instruct/3f9a…}
     */
    public record Weights(String model, String claimName, String path) {}
}
