package dev.slipway.cluster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The clusters that Slipway provisions on.
 *
 * @param clusters in the order in which people see them
 * @param data where sandboxes keep their state between starts; empty for nowhere
 */
@ConfigurationProperties("slipway.cluster")
@Validated
record ClusterSettings(
        @DefaultValue List<@Valid Registered> clusters,
        @Nullable Path data) {

    enum Kind {
        SANDBOX,
        KUBERNETES
    }

    /**
     * One cluster.
     *
     * @param name short and unchanging: {@code ham-1}
     * @param title as people call it; the name by default
     * @param region where its data is: {@code eu-de-hamburg}
     * @param kind a real API server, or one that is played in memory, for trying out
     * @param kubeconfig file; without one the service account of the pod that Slipway runs in, for kind kubernetes
     * @param context of the kubeconfig; its current one by default
     * @param timeout after which a call to the API server counts as failed
     * @param standIn for a test bed whose pods do not really run: services are answered by a stand-in in this process
     * @param encryptedStorageClasses storage classes whose volumes are encrypted, which no API tells; the first that is there is used
     * @param nodes of a sandbox
     */
    record Registered(
            @Pattern(regexp = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
            String name,

            @DefaultValue("") String title,
            @NotBlank String region,
            Kind kind,
            @Nullable Path kubeconfig,
            @Nullable String context,
            @DefaultValue("15s") Duration timeout,
            @DefaultValue("false") boolean standIn,
            @DefaultValue List<String> encryptedStorageClasses,
            @DefaultValue List<@Valid Pool> nodes) {}

    /**
     * Nodes of a sandbox that are alike.
     *
     * @param pool name, of which the nodes' names are made
     * @param count how many
     * @param cpu allocatable, as a Kubernetes quantity
     * @param memory allocatable, as a Kubernetes quantity
     * @param labels besides the usual ones and those of GPU feature discovery
     * @param gpu what GPUs each node has; none by default
     */
    record Pool(
            @NotBlank String pool,
            @Min(1) @Max(1_000) int count,
            @DefaultValue("64") @NotEmpty String cpu,
            @DefaultValue("512Gi") @NotEmpty String memory,
            @DefaultValue Map<String, String> labels,
            @Valid @Nullable Gpu gpu) {}

    /**
     * The GPUs of a node, all of one model.
     *
     * @param product as GPU feature discovery writes it: {@code NVIDIA-H100-80GB-HBM3}
     * @param family architecture: {@code hopper}
     * @param compute capability: {@code 9.0}
     * @param memory MiB of one GPU
     * @param count GPUs of a node
     * @param replicas pods that share one GPU in time slices; 1 for none
     * @param mig slices of a node by profile, in the mixed strategy: {@code 3g.40gb} to {@code 7}; empty for none
     */
    record Gpu(
            @NotBlank String product,
            @DefaultValue("") String family,
            @DefaultValue("8.0") String compute,
            @Min(1) long memory,
            @Min(1) @Max(16) int count,
            @DefaultValue("1") @Min(1) int replicas,
            @DefaultValue Map<String, Integer> mig) {}
}
