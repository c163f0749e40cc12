package dev.slipway.blueprint.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a template together with the variables that it reads, so that it differs when one of them does. */
final class Closure {

    private static final Pattern VARIABLE = Pattern.compile("variables\\.\\??([A-Za-z_][A-Za-z0-9_]*)");

    private final Map<String, Map<String, @Nullable Object>> variables;

    Closure(@Nullable Object variables) {
        this.variables = Written.named(variables, "name");
    }

    Map<String, @Nullable Object> of(@Nullable Object part) {
        var closure = new LinkedHashMap<String, @Nullable Object>();
        closure.put("", part);
        read(part, closure);
        return closure;
    }

    private void read(@Nullable Object part, Map<String, @Nullable Object> closure) {
        if (part instanceof String text) {
            var names = new TreeSet<String>();
            VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
            names.forEach(name -> variable(name, closure));
        } else if (part instanceof Map<?, ?> map) {
            map.values().forEach(item -> read(item, closure));
        } else if (part instanceof Iterable<?> list) {
            list.forEach(item -> read(item, closure));
        }
    }

    private void variable(String name, Map<String, @Nullable Object> closure) {
        var variable = variables.get(name);
        if (variable != null && !closure.containsKey(name)) {
            closure.put(name, variable.get("value"));
            read(variable.get("value"), closure);
        }
    }
}
