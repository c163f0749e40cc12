package dev.slipway.provisioning.web;

import java.util.Locale;

/** Words from names. */
final class Words {

    private Words() {}

    /** {@code PROVISIONING} becomes {@code Provisioning}, {@code time-sliced} becomes {@code Time sliced}. */
    static String title(String name) {
        var words = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
