package dev.slipway.provisioning.web;

import dev.slipway.blueprint.Form;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.provisioning.LaunchForm;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The controls of the launch and change pages as they were sent; all of them may be missing or nonsense. */
record LaunchRequest(String blueprint, MultiValueMap<String, String> sent) {

    private static final String SHARES = "shares.";
    private static final int LONGEST_KEY = 200;

    static LaunchRequest empty(String blueprint) {
        return new LaunchRequest(blueprint, new LinkedMultiValueMap<>());
    }

    Optional<String> get(String control) {
        return Optional.ofNullable(sent.getFirst(control)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean has(String control) {
        return sent.containsKey(control);
    }

    FormInput input(Form form) {
        return FormInput.of(form, sent);
    }

    /** What was chosen for each declared share; nothing where it is left to Slipway. */
    Map<String, String> shares() {
        var shares = new LinkedHashMap<String, String>();
        for (var control : sent.keySet()) {
            if (control.startsWith(SHARES)) {
                get(control).ifPresent(option -> shares.put(control.substring(SHARES.length()), option));
            }
        }
        return shares;
    }

    /** The cluster, if it is one; a name that cannot be a cluster's counts as none. */
    Optional<ClusterId> cluster() {
        try {
            return get("cluster").map(ClusterId::new);
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** Sent as how long from now, as one of the choices. */
    Optional<Instant> expires(Instant now) {
        return get("expires").map(life -> now.plus(Expiry.of(life)));
    }

    /** The same for every answer to one form; a new one where the form sent none, or none that could have been ours. */
    String key() {
        return get("key")
                .filter(key -> key.length() <= LONGEST_KEY)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    String reason() {
        return get("reason").orElse("");
    }

    LaunchForm form(String version, EnvironmentId environment, String name, FormInput input, Instant now) {
        Map<String, List<String>> values = input.values();
        return new LaunchForm(
                blueprint,
                Optional.of(version),
                environment,
                cluster(),
                name,
                values,
                shares(),
                expires(now),
                reason());
    }
}
