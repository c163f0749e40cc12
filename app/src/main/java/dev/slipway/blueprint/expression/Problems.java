package dev.slipway.blueprint.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Suggestion;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Puts what the expression checker says into this product's words and codes. */
public final class Problems {

    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '(.*?)'.*", Pattern.DOTALL);
    private static final Pattern OWNER = Pattern.compile("([a-zA-Z_]\\w*)\\s*\\.\\s*\\??\\s*$");
    private static final Pattern CHAIN = Pattern.compile(
            "(?<![\\w.])([a-zA-Z_]\\w*)((?:\\s*\\.\\s*\\??\\s*\\w+|\\[[^\\]]*\\])*)\\s*\\.\\s*\\??\\s*$");
    private static final Pattern STEP = Pattern.compile("\\.\\s*\\??\\s*(\\w+)|\\[[^\\]]*\\]");
    private static final Map<String, String> TYPE_WORDS = Map.of(
            "int", "a whole number",
            "double", "a number",
            "string", "text",
            "bool", "true or false",
            "list", "a list",
            "map", "a map",
            "bytes", "bytes",
            "optional_type", "a value that may be absent",
            "null_type", "null");

    private final Types types;
    private final Map<String, CelType> roots;
    private final Diagnostics diagnostics;

    Problems(Types types, Map<String, CelType> roots, Diagnostics diagnostics) {
        this.types = types;
        this.roots = roots;
        this.diagnostics = diagnostics;
    }

    public static String words(CelType type) {
        return types(type.name());
    }

    private static String types(String name) {
        // The types of Kubernetes have long names: io.k8s.api.core.v1.PodSpec.
        var isKubernetes = name.startsWith("io.k8s.");
        return isKubernetes
                ? "an object (%s)".formatted(name.substring(name.lastIndexOf('.') + 1))
                : TYPE_WORDS.getOrDefault(name, name);
    }

    void report(CelValidationException e, String source, IntFunction<Place> at, Scope scope) {
        // The first problem is the cause; what follows it in the same expression is mostly its echo.
        var issue = e.getErrors().get(0);
        var offset = offset(issue, source);
        var message = issue.getMessage();
        var field = UNDEFINED_FIELD.matcher(message);
        var name = UNDECLARED.matcher(message);
        var overload = NO_OVERLOAD.matcher(message);
        if (field.matches()) {
            undefinedField(field.group(1), source, offset, at);
        } else if (name.matches()) {
            undeclared(name.group(1), source, offset, at, scope);
        } else if (overload.matches()) {
            diagnostics.error(Code.E004, at.apply(offset), overload(overload.group(1), overload.group(2)));
        } else if (message.contains("exceeds") || message.contains("recursion") || message.contains("limit")) {
            diagnostics.error(Code.E008, at.apply(0), "This expression is too long or too deeply nested.");
        } else {
            diagnostics.error(Code.E001, at.apply(offset), "This expression cannot be read: %s.".formatted(message));
        }
    }

    private void undefinedField(String field, String source, int dot, IntFunction<Place> at) {
        var start = skip(source, dot, ".? ");
        var owner = OWNER.matcher(source.substring(0, start));
        var ownerName = owner.find() ? owner.group(1) : "";
        var names = types.fieldNames(typeBefore(source.substring(0, start)));
        var fix = Suggestion.nearest(field, names);
        var message = ownerName.isEmpty()
                ? "There is no field '%s' here.".formatted(field)
                : "'%s' has no '%s'.".formatted(ownerName, field);
        diagnostics.error(Code.E003, at.apply(start), message + Suggestion.didYouMean(fix), fix);
    }

    /** The type of what is read just before a field, as far as it is a chain of fields that begins with a known name. */
    private String typeBefore(String source) {
        var chain = CHAIN.matcher(source);
        if (!chain.find()) {
            return "";
        }
        var type = roots.getOrDefault(chain.group(1), SimpleType.DYN);
        var steps = STEP.matcher(chain.group(2));
        while (steps.find()) {
            var field = steps.group(1);
            type = field == null
                    ? item(unwrapped(type))
                    : types.field(unwrapped(type).name(), field)
                            .map(Types.Field::type)
                            .orElse(item(unwrapped(type)));
        }
        return unwrapped(type).name();
    }

    private static CelType unwrapped(CelType type) {
        return type instanceof OptionalType optional ? optional.parameters().get(0) : type;
    }

    private static CelType item(CelType type) {
        return switch (type) {
            case ListType list -> list.elemType();
            case MapType map -> map.valueType();
            default -> SimpleType.DYN;
        };
    }

    private void undeclared(String name, String source, int offset, IntFunction<Place> at, Scope scope) {
        var isFunction = source.substring(Math.min(offset, source.length())).matches("(?s)\\.?\\s*[\\w.]*\\s*\\(.*");
        var candidates = new HashSet<>(isFunction ? Dialect.FUNCTIONS : roots.keySet());
        if (!isFunction) {
            candidates.removeIf(root -> !scope.allows(root));
        }
        var fix = Suggestion.nearest(name, candidates);
        var start = Math.max(source.indexOf(name, Math.max(0, Math.min(offset, source.length()) - name.length())), 0);
        diagnostics.error(
                Code.E002,
                at.apply(start),
                "There is no %s '%s'.%s".formatted(isFunction ? "function" : "name", name, Suggestion.didYouMean(fix)),
                fix);
    }

    private static String overload(String function, String arguments) {
        var given = arguments.replaceAll("^\\(|\\)$", "");
        if (function.equals("_?_:_")) {
            return "Both branches of ?: must have the same type, and before it must be true or false: " + given + ".";
        }
        var operator = function.replace("_", "").replace("@", "");
        return "'%s' does not go with (%s).".formatted(operator.isEmpty() ? function : operator, given);
    }

    private static int skip(String source, int from, String characters) {
        int at = Math.min(from, Math.max(source.length() - 1, 0));
        while (at < source.length() - 1 && characters.indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int offset(CelIssue issue, String source) {
        var line = issue.getSourceLocation().getLine();
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = source.indexOf('\n', start) + 1;
        }
        var column = Optional.of(issue.getSourceLocation().getColumn()).filter(found -> found >= 0);
        return Math.min(start + column.orElse(0), source.length());
    }
}
