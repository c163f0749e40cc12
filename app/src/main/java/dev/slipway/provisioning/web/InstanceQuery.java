package dev.slipway.provisioning.web;

import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.InstanceFilter;
import dev.slipway.provisioning.InstanceView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list is narrowed down to, as it stands in its address. */
record InstanceQuery(
        Optional<TeamId> team, String text, String state, String environment, String blueprint, boolean ended) {

    static InstanceQuery of(Optional<TeamId> team, MultiValueMap<String, String> query) {
        return new InstanceQuery(
                team,
                one(query, "q"),
                one(query, "state"),
                one(query, "environment"),
                one(query, "blueprint"),
                query.containsKey("ended"));
    }

    private static String one(MultiValueMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).map(String::strip).orElse("");
    }

    /** Without the filters that are offered as links, so that each link can say how many it leads to. */
    InstanceFilter broad() {
        return new InstanceFilter(team, Optional.empty(), Optional.empty(), Optional.empty(), text, ended);
    }

    boolean matches(InstanceView instance) {
        return matches(state, instance.state().word())
                && matches(environment, instance.kind().word())
                && matches(blueprint, instance.blueprint());
    }

    private static boolean matches(String wanted, String is) {
        return wanted.isEmpty() || wanted.toLowerCase(Locale.ROOT).equals(is);
    }

    public boolean isNarrow() {
        return !(text + state + environment + blueprint).isEmpty();
    }

    /** The address of the list with one filter set otherwise; empty clears it. */
    public String with(String name, String value) {
        var parameters = new LinkedHashMap<>(Map.of(
                "q",
                text,
                "state",
                state,
                "environment",
                environment,
                "blueprint",
                blueprint,
                "ended",
                ended ? "true" : ""));
        parameters.put(name, value);
        var address = UriComponentsBuilder.fromPath("/instances");
        var kept = parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        kept.forEach((key, text) -> address.queryParam(key, "{" + key + "}"));
        return address.encode().buildAndExpand(kept).toUriString();
    }
}
