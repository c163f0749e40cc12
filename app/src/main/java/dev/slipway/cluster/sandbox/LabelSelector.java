package dev.slipway.cluster.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A label selector as in a query: {@code a=b,c!=d,e,!f,g in (h,i),j notin (k)}. */
record LabelSelector(List<String> requirements) {

    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\(([^)]*)\\)");

    static LabelSelector parse(String written) {
        return new LabelSelector(Arrays.stream(COMMA.split(written, -1))
                .map(String::strip)
                .filter(requirement -> !requirement.isEmpty())
                .toList());
    }

    boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> matches(requirement, labels));
    }

    private static boolean matches(String requirement, Map<String, String> labels) {
        var set = SET.matcher(requirement);
        if (set.matches()) {
            var values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            var value = labels.get(set.group(1));
            var among = value != null && values.contains(value);
            return set.group(2).equals("in") == among;
        }
        var unequal = requirement.indexOf("!=");
        if (unequal > 0) {
            return !requirement.substring(unequal + 2).equals(labels.get(requirement.substring(0, unequal)));
        }
        var equal = requirement.indexOf('=');
        if (equal > 0) {
            var value = requirement.substring(equal + 1);
            return (value.startsWith("=") ? value.substring(1) : value)
                    .equals(labels.get(requirement.substring(0, equal)));
        }
        return requirement.startsWith("!")
                ? !labels.containsKey(requirement.substring(1))
                : labels.containsKey(requirement);
    }
}
