package dev.slipway.blueprint.expression;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that expressions may use, with all that was worked out under them: authors repeat themselves. */
final class Environment {

    private final Types types;
    private final Map<String, CelType> roots;
    private final Map<String, CelAbstractSyntaxTree> trees = new HashMap<>();
    private final Map<String, CelRuntime.Program> programs = new HashMap<>();
    /** By the functions that they know. */
    private final Map<Set<String>, CelChecker> checkers = new HashMap<>();
    /** By all their names. */
    private final Map<Map<String, CelType>, Environment> wider;

    private Environment(Types types, Map<String, CelType> roots, Map<Map<String, CelType>, Environment> wider) {
        this.types = types;
        this.roots = roots;
        this.wider = wider;
    }

    static Environment of(Types types, Map<String, CelType> roots) {
        return new Environment(types, Map.copyOf(roots), new HashMap<>());
    }

    Map<String, CelType> roots() {
        return roots;
    }

    Types types() {
        return types;
    }

    /** One with these names as well, or in another sense. */
    Environment with(Map<String, CelType> more) {
        if (roots.entrySet().containsAll(more.entrySet())) {
            return this;
        }
        var all = new HashMap<>(roots);
        all.putAll(more);
        return wider.computeIfAbsent(Map.copyOf(all), names -> new Environment(types, names, wider));
    }

    /** The expression with the type of each part. */
    CelAbstractSyntaxTree tree(String source) throws CelValidationException {
        var known = trees.get(source);
        if (known == null) {
            var parsed = Dialect.parse(source);
            known = checkers.computeIfAbsent(functions(parsed), functions -> Dialect.checker(types, roots, functions))
                    .check(parsed)
                    .getAst();
            trees.put(source, known);
        }
        return known;
    }

    /** What evaluates it. */
    CelRuntime.Program program(String source, CelAbstractSyntaxTree tree) throws CelEvaluationException {
        var known = programs.get(source);
        if (known == null) {
            known = Dialect.program(tree);
            programs.put(source, known);
        }
        return known;
    }

    private static Set<String> functions(CelAbstractSyntaxTree tree) {
        var functions = new HashSet<String>();
        References.in(tree.getExpr(), part -> {
            if (part.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL) {
                functions.add(part.call().function());
            }
        });
        return functions;
    }
}
