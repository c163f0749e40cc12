package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the fields that a refusal is about: in its causes, or in its sentence where server-side apply has nothing better. */
final class FieldProblems {

    /** {@code .spec.replicaz: field not declared in schema}, alone or on lines of their own. */
    private static final Pattern TYPED =
            Pattern.compile("(?:\\): |^ {2})(\\.[^:\\s\"]+(?:\"[^\"]*\"[^:\\s\"]*)*): (.+)$", Pattern.MULTILINE);

    /** {@code unknown field "spec.foo"}. */
    private static final Pattern STRICT = Pattern.compile("((?:unknown|duplicate) field) \"([^\"]+)\"");

    private static final Pattern GO_VALUE = Pattern.compile("&value\\.valueUnstructured\\{Value:(.*)}");

    private FieldProblems() {}

    static List<FieldProblem> of(Map<String, Object> status, String message) {
        var causes = Refusals.causes(status).stream()
                .filter(cause -> !Json.text(cause, "field").isEmpty())
                .map(cause -> new FieldProblem(Refusals.field(cause), firstLine(Json.text(cause, "message"))))
                .distinct()
                .toList();
        if (!causes.isEmpty()) {
            return causes;
        }
        var typed = TYPED.matcher(message).results().map(FieldProblems::typed).toList();
        return typed.isEmpty()
                ? STRICT.matcher(message).results().map(FieldProblems::strict).toList()
                : typed;
    }

    private static FieldProblem typed(MatchResult found) {
        return new FieldProblem(
                path(found.group(1)), GO_VALUE.matcher(found.group(2)).replaceAll("$1"));
    }

    private static FieldProblem strict(MatchResult found) {
        return new FieldProblem(path(found.group(2)), found.group(1));
    }

    /** Server-side apply begins its paths with a dot, validation does not. */
    static String path(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
