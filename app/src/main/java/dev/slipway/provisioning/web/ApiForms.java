package dev.slipway.provisioning.web;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.ChangeForm;
import dev.slipway.provisioning.LaunchForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Forms from JSON. */
@Component
class ApiForms {

    private final JsonMapper json;

    ApiForms(JsonMapper json) {
        this.json = json;
    }

    LaunchForm launch(LaunchJson launch) {
        return new LaunchForm(
                required("blueprint", launch.blueprint()),
                Optional.ofNullable(launch.version()),
                new EnvironmentId(
                        name("team", required("team", launch.team()), TeamId::new),
                        required("environment", launch.environment())),
                Optional.ofNullable(launch.cluster()).map(cluster -> name("cluster", cluster, ClusterId::new)),
                Optional.ofNullable(launch.name()).orElse(""),
                input(launch.parameters()),
                shares(launch.shares()),
                Optional.ofNullable(launch.expires()),
                Optional.ofNullable(launch.reason()).orElse(""));
    }

    ChangeForm change(ChangeJson change) {
        return new ChangeForm(
                change.revision(),
                input(change.parameters()),
                shares(change.shares()),
                Optional.ofNullable(change.reason()).orElse(""));
    }

    Optional<TeamId> team(@Nullable String name) {
        return Optional.ofNullable(name).map(text -> name("team", text, TeamId::new));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidException("field-missing", "The field %s is missing.".formatted(field), field);
        }
        return value;
    }

    private static <T> T name(String field, String value, Function<String, T> type) {
        try {
            return type.apply(value);
        } catch (IllegalArgumentException noName) {
            throw new InvalidException("field-wrong", "The field %s is no name.".formatted(field), field);
        }
    }

    private static Map<String, String> shares(@Nullable Map<String, String> shares) {
        return shares == null ? Map.of() : shares;
    }

    /** As a form would send it, so that both doors lead through the same checks. */
    private Map<String, List<String>> input(@Nullable Map<String, Object> parameters) {
        var input = new LinkedHashMap<String, List<String>>();
        if (parameters != null) {
            parameters.forEach((name, value) -> input.put(name, strings(value)));
        }
        return input;
    }

    private List<String> strings(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(this::string).toList();
            default -> List.of(string(value));
        };
    }

    private String string(Object value) {
        return value instanceof Map ? json.writeValueAsString(value) : String.valueOf(value);
    }
}
