package dev.slipway.kernel;

import java.util.regex.Pattern;

/** The one rule for short names: lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    private Names() {}

    static void require(String what, String value, int longest) {
        if (value.length() > longest || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("%s name '%s' is not lower-case letters, digits and hyphens, at most %d"
                    .formatted(what, value, longest));
        }
    }
}
