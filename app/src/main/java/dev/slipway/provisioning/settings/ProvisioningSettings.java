package dev.slipway.provisioning.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code slipway.provisioning}.
 *
 * @param resync how often an instance that is ready is looked at though nothing has woken it
 * @param poll how often one that is on its way is looked at though nothing has woken it
 * @param backoffFirst how long to wait before the first new try when a cluster is away
 * @param backoffMost how long at most
 * @param namespaceIdle how long a namespace outlives its last instance, with its weights cache
 * @param guardCheck how often the guards of a namespace are applied again though nothing has changed
 * @param registry where the weights Job may fetch from
 * @param examples launch a few instances in the name of the demo's people, where every cluster is a sandbox
 */
@ConfigurationProperties("slipway.provisioning")
@Validated
public record ProvisioningSettings(
        @DefaultValue("60s") @NotNull Duration resync,
        @DefaultValue("3s") @NotNull Duration poll,
        @DefaultValue("1s") @NotNull Duration backoffFirst,
        @DefaultValue("30s") @NotNull Duration backoffMost,
        @DefaultValue("1h") @NotNull Duration namespaceIdle,
        @DefaultValue("5m") @NotNull Duration guardCheck,
        @DefaultValue @Valid Registry registry,
        @DefaultValue("false") boolean examples) {

    /**
     * The registry of models, as network policies see it.
     *
     * @param namespace it runs in, if it runs in the cluster; empty if not
     * @param addresses CIDR blocks it is reached at, if it runs elsewhere
     * @param port it listens at
     */
    public record Registry(
            @DefaultValue("slipway-registry") String namespace,
            @DefaultValue List<String> addresses,
            @DefaultValue("443") @Positive int port) {}
}
