package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that expressions use: what they may look like, and that each stands for one thing. */
final class Identifiers {

    /** Names that mean something already. */
    static final Set<String> ROOTS = Set.of(
            "parameters",
            "variables",
            "metadata",
            "secrets",
            "team",
            "environment",
            "user",
            "cluster",
            "models",
            "instances",
            "shares",
            "weights",
            "old",
            "resource",
            "sizing",
            "quantity",
            "semver",
            "url",
            "math",
            "sets",
            "base64",
            "optional");

    private static final Pattern FORM = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    private final Diagnostics diagnostics;
    private final Set<String> taken = new HashSet<>();

    Identifiers(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether the name may be used; if not, that is said. */
    boolean take(String what, String name, Place place) {
        if (!FORM.matcher(name).matches() || RESERVED.contains(name)) {
            diagnostics.error(
                    Code.S006,
                    place,
                    "'%s' cannot be the name of a %s: it begins with a small letter and has only letters and digits."
                            .formatted(name, what));
            return false;
        }
        if (what.equals("resource") && ROOTS.contains(name)) {
            diagnostics.error(Code.S006, place, "'%s' means something else already.".formatted(name));
            return false;
        }
        if (!taken.add(what + " " + name)) {
            diagnostics.error(Code.S005, place, "There are two %ss called '%s'.".formatted(what, name));
            return false;
        }
        return true;
    }
}
