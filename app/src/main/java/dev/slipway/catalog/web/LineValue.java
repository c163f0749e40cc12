package dev.slipway.catalog.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.ExpressionValue;
import dev.slipway.blueprint.Facts;
import dev.slipway.catalog.DraftCheck;
import dev.slipway.catalog.Preview;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What the expressions of a line are for the values that are tried. */
record LineValue(int line, String value) {

    private static final int LONGEST = 64;

    static List<LineValue> of(DraftCheck check) {
        return check.compilation()
                .blueprint()
                .flatMap(blueprint ->
                        check.preview().flatMap(preview -> preview.facts().map(facts -> of(blueprint, preview, facts))))
                .orElse(List.of());
    }

    private static List<LineValue> of(Blueprint blueprint, Preview preview, Facts facts) {
        return blueprint.values(preview.parameters(), facts).stream()
                .collect(groupingBy(
                        ExpressionValue::line,
                        TreeMap::new,
                        mapping(value -> written(value.value()), joining(" \u00b7 "))))
                .entrySet()
                .stream()
                .map(line -> new LineValue(line.getKey(), clipped(line.getValue())))
                .toList();
    }

    private static String written(Object value) {
        return value instanceof Map<?, ?> || value instanceof Collection<?>
                ? JsonMapper.shared().writeValueAsString(value)
                : value.toString();
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }
}
