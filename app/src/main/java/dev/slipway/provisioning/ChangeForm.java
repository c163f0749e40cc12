package dev.slipway.provisioning;

import java.util.List;
import java.util.Map;

/**
 * What an instance is to become.
 *
 * @param baseRevision the revision that the form began from
 * @param input all parameters as a form sends them, by name
 * @param shares as in {@link LaunchForm}; absent ones keep what they have where it still fits
 * @param reason as in {@link LaunchForm}
 */
public record ChangeForm(int baseRevision, Map<String, List<String>> input, Map<String, String> shares, String reason) {

    public ChangeForm {
        input = Map.copyOf(input);
        shares = Map.copyOf(shares);
    }
}
