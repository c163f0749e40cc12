package dev.slipway.blueprint.conformity;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.parameters.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How long a text of a template can become at least, for the longest parameters that the schema allows. What cannot be told, as
 * what a function makes of a text, counts as nothing, so that no text is found too long which never is.
 */
final class Lengths {

    /** Longer than any text may be. */
    static final long ENDLESS = 1L << 40;

    private static final int DEEPEST = 16;
    private static final int DIGEST = 10;

    private final Property parameters;
    private final Set<String> ruled;
    private final Map<String, Template> variables;
    private final Map<String, Expression> loops;
    private final Set<String> endless = new TreeSet<>();

    /**
     * Lengths within one template.
     *
     * @param ruled parameters of which a validation says more than the schema
     * @param loops the lists that the template's variables go through
     */
    Lengths(Property parameters, Set<String> ruled, Map<String, Template> variables, Map<String, Expression> loops) {
        this.parameters = parameters;
        this.ruled = ruled;
        this.variables = variables;
        this.loops = loops;
    }

    /** The parameters without a longest value that were met. */
    Set<String> endless() {
        return endless;
    }

    long of(Template template) {
        return of(template, 0);
    }

    private long of(Template template, int depth) {
        return switch (template) {
            case Template.Literal literal ->
                literal.value() == null ? 0 : String.valueOf(literal.value()).length();
            case Template.Whole whole -> of(whole.expression(), depth);
            case Template.Joined joined ->
                joined.parts().stream()
                        .mapToLong(part -> switch (part) {
                            case Template.Text text -> text.text().length();
                            case Template.Value value -> of(value.expression(), depth);
                        })
                        .sum();
            case Template.Items ignored -> 0;
            case Template.Fields ignored -> 0;
        };
    }

    private long of(Expression expression, int depth) {
        return of(expression, expression.tree().getExpr(), depth);
    }

    private long of(Expression whole, CelExpr part, int depth) {
        var path = path(part);
        if (!path.isEmpty()) {
            return read(path, depth);
        }
        return switch (part.exprKind().getKind()) {
            case CONSTANT -> written(part.constant());
            case CALL -> call(whole, part, depth);
            default -> 0;
        };
    }

    private static long written(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> constant.stringValue().length();
            case INT64_VALUE -> String.valueOf(constant.int64Value()).length();
            default -> 0;
        };
    }

    private long call(Expression whole, CelExpr part, int depth) {
        var call = part.call();
        var arguments = call.args();
        return switch (call.function()) {
            case "_+_" ->
                isText(whole, part) ? of(whole, arguments.get(0), depth) + of(whole, arguments.get(1), depth) : 0;
            // Which of the two it is may depend on how long they are.
            case "_?_:_" -> Math.min(of(whole, arguments.get(1), depth), of(whole, arguments.get(2), depth));
            case "orValue" -> Math.max(target(whole, call, depth), of(whole, arguments.get(0), depth));
            case "lowerAscii", "upperAscii" -> target(whole, call, depth);
            case "string" -> of(whole, arguments.get(0), depth);
            case "digest" -> DIGEST;
            default -> 0;
        };
    }

    private long target(Expression whole, CelExpr.CelCall call, int depth) {
        return call.target().map(target -> of(whole, target, depth)).orElse(0L);
    }

    private static boolean isText(Expression whole, CelExpr part) {
        return whole.tree()
                .getType(part.id())
                .filter(type -> type.kind() == CelKind.STRING)
                .isPresent();
    }

    private long read(List<String> path, int depth) {
        return switch (path.getFirst()) {
            case "metadata" -> path.equals(List.of("metadata", "name")) ? Facts.Metadata.LONGEST_NAME : 0;
            case "parameters" -> parameter(path.subList(1, path.size()));
            case "variables" -> variable(path, depth);
            default -> path.size() == 1 ? item(loops.get(path.getFirst())) : 0;
        };
    }

    private long variable(List<String> path, int depth) {
        var template = path.size() == 2 && depth < DEEPEST ? variables.get(path.get(1)) : null;
        return template == null ? 0 : of(template, depth + 1);
    }

    private long parameter(List<String> path) {
        if (path.isEmpty() || parameters.isBoundedOtherwise() || ruled.contains(path.getFirst())) {
            return 0;
        }
        var property = property(path);
        if (property == null) {
            return 0;
        }
        var longest = Math.min(property.longest().orElse(0), ENDLESS);
        if (longest == ENDLESS) {
            endless.add(String.join(".", path));
        }
        return longest;
    }

    private @Nullable Property property(List<String> path) {
        @Nullable Property found = parameters;
        for (var name : path) {
            found = found == null ? null : found.properties().get(name);
        }
        return found;
    }

    /** What a variable of {@code forEach} is: of a list that is a parameter, its items; of a range, numbers. */
    private long item(@Nullable Expression list) {
        if (list == null) {
            return 0;
        }
        var path = path(list.tree().getExpr());
        var property = path.size() > 1 && path.getFirst().equals("parameters") && !ruled.contains(path.get(1))
                ? property(path.subList(1, path.size()))
                : null;
        var items = property == null || property.isBoundedOtherwise() ? null : property.items();
        if (items == null) {
            return 0;
        }
        var longest = Math.min(items.longest().orElse(0), ENDLESS);
        if (longest == ENDLESS) {
            endless.add(String.join(".", path.subList(1, path.size())));
        }
        return longest;
    }

    /** {@code a.b.c} and {@code a.?b} as their names; empty when it is no such chain. */
    private static List<String> path(CelExpr part) {
        return switch (part.exprKind().getKind()) {
            case IDENT -> List.of(part.ident().name());
            case SELECT -> longer(path(part.select().operand()), part.select().field());
            case CALL ->
                part.call().function().equals("_?._")
                        ? longer(
                                path(part.call().args().get(0)),
                                part.call().args().get(1).constant().stringValue())
                        : List.of();
            default -> List.of();
        };
    }

    private static List<String> longer(List<String> path, String name) {
        if (path.isEmpty()) {
            return path;
        }
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
