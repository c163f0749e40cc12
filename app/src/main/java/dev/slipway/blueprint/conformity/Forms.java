package dev.slipway.blueprint.conformity;

import java.util.regex.Pattern;

/** What names, keys and amounts of Kubernetes look like. */
final class Forms {

    static final String QUALIFIED_NAME =
            "letters, digits, '-', '_' and '.', 63 at most, if need be behind a domain and '/'";

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern PORT_NAME = Pattern.compile("(?!.*--)(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern VARIABLE = Pattern.compile("[ -<>-~]+");
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Pattern AMOUNT =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?");
    private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
    private static final Pattern BASE64 = Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final Pattern CRON =
            Pattern.compile("@(yearly|annually|monthly|weekly|daily|midnight|hourly|every .+)|(\\S+\\s+){4}\\S+");

    private Forms() {}

    static boolean isLabel(String text) {
        return text.length() <= 63 && LABEL.matcher(text).matches();
    }

    static boolean isSubdomain(String text) {
        return text.length() <= 253 && SUBDOMAIN.matcher(text).matches();
    }

    static boolean isLabelValue(String text) {
        return text.isEmpty() || isName(text);
    }

    private static boolean isName(String text) {
        return text.length() <= 63 && NAME.matcher(text).matches();
    }

    /** A label's or annotation's key, or a resource's name. */
    static boolean isQualifiedName(String text) {
        var slash = text.indexOf('/');
        return slash < 0 ? isName(text) : isSubdomain(text.substring(0, slash)) && isName(text.substring(slash + 1));
    }

    static boolean isPortName(String text) {
        return text.length() <= 15 && PORT_NAME.matcher(text).matches();
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    static boolean isKey(String text) {
        return text.length() <= 253 && KEY.matcher(text).matches() && !text.equals(".") && !text.startsWith("..");
    }

    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    static boolean isPercent(String text) {
        return PERCENT.matcher(text).matches();
    }

    static boolean isBase64(String text) {
        return BASE64.matcher(text).matches();
    }

    static boolean isSchedule(String text) {
        return CRON.matcher(text.strip()).matches();
    }

    /** A path below another, which never leads out of it. */
    static boolean isPathWithin(String text) {
        return !text.startsWith("/") && !(text + "/").contains("../");
    }
}
