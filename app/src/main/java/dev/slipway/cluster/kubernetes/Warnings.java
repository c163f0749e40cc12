package dev.slipway.cluster.kubernetes;

import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code 299 - "would violate PodSecurity"}, as RFC 7234 has it. */
final class Warnings {

    private static final Pattern WARNING = Pattern.compile("299 \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private Warnings() {}

    static List<String> of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> WARNING.matcher(header).results())
                .map(found -> ESCAPED.matcher(found.group(1)).replaceAll("$1"))
                .distinct()
                .toList();
    }
}
