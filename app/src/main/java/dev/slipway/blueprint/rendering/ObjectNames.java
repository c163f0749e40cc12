package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.source.Code;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of objects. */
final class ObjectNames {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");

    private ObjectNames() {}

    /** {@code vectorStore} as it may stand in a name: {@code vector-store}. */
    static String hyphenated(String identifier) {
        return CAPITAL.matcher(identifier).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The portal's own objects in the namespace, which a blueprint's must not take the place of. */
    private static boolean isReserved(String name) {
        return name.equals("slipway") || name.startsWith("slipway-");
    }

    static void check(String resource, Object name) {
        if (!(name instanceof String text) || !FORM.matcher(text).matches()) {
            throw new EvaluationException(
                    Code.X004.text(),
                    "spec.resources." + resource,
                    "'%s' cannot be a name: at most 63 small letters, digits and hyphens.".formatted(name));
        }
        if (isReserved(text)) {
            throw new EvaluationException(
                    Code.X004.text(),
                    "spec.resources." + resource,
                    "'%s' cannot be a name: slipway and slipway-… guard the namespace.".formatted(text));
        }
    }
}
