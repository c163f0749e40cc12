package dev.slipway.cluster.sandbox.api;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as messages show it and hashes need it: keys sorted. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    public static String written(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
