package dev.slipway.cluster.sandbox.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for names, labels and keys; each answers what is wrong, in the API server's words. */
final class Names {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String VALUE = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";
    private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String CONFIG_KEY = "[-._a-zA-Z0-9]+";

    private Names() {}

    static Optional<String> label(String name) {
        return check(
                name,
                LABEL,
                63,
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                        + " end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is"
                        + " '%s')");
    }

    static Optional<String> subdomain(String name) {
        return check(
                name,
                SUBDOMAIN,
                253,
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                        + " start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is"
                        + " '%s')");
    }

    static Optional<String> labelValue(String value) {
        return check(
                value,
                VALUE,
                63,
                "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                        + " start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex"
                        + " used for validation is '%s')");
    }

    /** Of labels and annotations, with or without a prefix. */
    static Optional<String> labelKey(String key) {
        var name = key.substring(key.indexOf('/') + 1);
        var wrong = check(
                name,
                KEY,
                63,
                "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                        + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                        + " '%s')");
        return wrong.map(rule -> rule.replace("Invalid value: \"" + name + "\"", "Invalid value: \"" + key + "\""));
    }

    static Optional<String> configKey(String key) {
        return check(
                key,
                CONFIG_KEY,
                253,
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                        + " 'KEY_NAME',  or 'key-name', regex used for validation is '%s')");
    }

    private static Optional<String> check(String value, String pattern, int longest, String rule) {
        if (value.length() > longest) {
            return Optional.of("Invalid value: \"%s\": must be no more than %d bytes".formatted(value, longest));
        }
        return Pattern.matches(pattern, value)
                ? Optional.empty()
                : Optional.of("Invalid value: \"%s\": %s".formatted(value, rule.replace("%s", pattern)));
    }
}
