package dev.slipway.provisioning;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A blueprint, filled in as far as somebody got.
 *
 * @param version none for the latest certified one
 * @param cluster none to have it chosen
 * @param name of the instance, unique in the environment; may be empty in a preview
 * @param input parameters as a form sends them, by name; what is absent takes its default
 * @param shares what was chosen for a declared share (profile or key of the option), by the share's name; the rest is
 *     chosen
 * @param expires when the instance is to delete itself
 * @param reason why, for whoever may have to sign; may be empty
 */
public record LaunchForm(
        String blueprint,
        Optional<String> version,
        EnvironmentId environment,
        Optional<ClusterId> cluster,
        String name,
        Map<String, List<String>> input,
        Map<String, String> shares,
        Optional<Instant> expires,
        String reason) {

    public LaunchForm {
        input = Map.copyOf(input);
        shares = Map.copyOf(shares);
    }
}
