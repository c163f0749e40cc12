package dev.slipway.blueprint.expression;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds what an expression reads without asking first whether it is there. */
final class Guards {

    private static final String AND = "_&&_";
    private static final String NOT = "!_";
    private static final String CHOICE = "_?_:_";

    private final Map<String, Set<Shape>> guards;
    private final Set<String> found = new HashSet<>();
    private final Deque<Set<Shape>> held = new ArrayDeque<>();

    private Guards(Map<String, Set<Shape>> guards, Set<Shape> held) {
        this.guards = guards;
        this.held.push(held);
    }

    /** What must hold, each for itself, for a condition to hold. */
    static Set<Shape> conjuncts(CelExpr condition) {
        var conjuncts = new HashSet<Shape>();
        if (isCall(condition, AND)) {
            condition.call().args().forEach(part -> conjuncts.addAll(conjuncts(part)));
        } else {
            conjuncts.add(Shape.of(condition));
        }
        return conjuncts;
    }

    /**
     * The names that are read where not all that guards them is known to hold.
     *
     * @param guards by name
     * @param held what holds wherever the expression is evaluated
     */
    static Set<String> unguarded(CelExpr expression, Map<String, Set<Shape>> guards, Set<Shape> held) {
        var reader = new Guards(guards, held);
        reader.walk(expression);
        return reader.found;
    }

    private void walk(CelExpr expression) {
        switch (expression.exprKind().getKind()) {
            case IDENT -> {
                var guard = guards.get(expression.ident().name());
                if (guard != null && !held.getFirst().containsAll(guard)) {
                    found.add(expression.ident().name());
                }
            }
            case SELECT -> walk(expression.select().operand());
            case CALL -> {
                if (isCall(expression, CHOICE)) {
                    walkChoice(expression.call());
                } else {
                    expression.call().target().ifPresent(this::walk);
                    expression.call().args().forEach(this::walk);
                }
            }
            case LIST -> expression.list().elements().forEach(this::walk);
            case MAP ->
                expression.map().entries().forEach(entry -> {
                    walk(entry.key());
                    walk(entry.value());
                });
            case STRUCT -> expression.struct().entries().forEach(entry -> walk(entry.value()));
            case COMPREHENSION -> {
                var loop = expression.comprehension();
                walk(loop.iterRange());
                walk(loop.accuInit());
                walk(loop.loopCondition());
                walk(loop.loopStep());
                walk(loop.result());
            }
            case CONSTANT, NOT_SET -> {}
        }
    }

    private void walkChoice(CelExpr.CelCall choice) {
        var condition = choice.args().get(0);
        walk(condition);
        walk(choice.args().get(1), conjuncts(condition));
        walk(
                choice.args().get(2),
                isCall(condition, NOT) ? conjuncts(condition.call().args().get(0)) : Set.of());
    }

    private void walk(CelExpr branch, Set<Shape> more) {
        var all = new HashSet<>(held.getFirst());
        all.addAll(more);
        held.push(all);
        walk(branch);
        held.pop();
    }

    private static boolean isCall(CelExpr expression, String function) {
        return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals(function);
    }
}
