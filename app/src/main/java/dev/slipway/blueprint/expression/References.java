package dev.slipway.blueprint.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what an expression reads, and how deeply its loops are nested. */
final class References {

    private final Set<Reference> found = new LinkedHashSet<>();
    private final Deque<String> locals = new ArrayDeque<>();
    private final Consumer<CelExpr> visitor;
    private int loops;
    private int deepestLoop;

    private References(Consumer<CelExpr> visitor) {
        this.visitor = visitor;
    }

    record Found(Set<Reference> references, int nestedLoops) {}

    /** Walks the whole expression, showing each part to the visitor. */
    static Found in(CelExpr expression, Consumer<CelExpr> visitor) {
        var references = new References(visitor);
        references.walk(expression);
        return new Found(references.found, references.deepestLoop);
    }

    /** Whether it does nothing but read something by its name. */
    static boolean isPlainRead(CelExpr expression) {
        return chain(expression) != null;
    }

    private void walk(CelExpr expression) {
        var chain = chain(expression);
        if (chain != null && !locals.contains(chain.root())) {
            found.add(chain);
        }
        visitor.accept(expression);
        switch (expression.exprKind().getKind()) {
            case SELECT -> walkOn(expression.select().operand());
            case CALL -> {
                var call = expression.call();
                call.target().ifPresent(this::walk);
                for (int i = 0; i < call.args().size(); i++) {
                    if (i == 0 && isStep(call)) {
                        walkOn(call.args().get(0));
                    } else {
                        walk(call.args().get(i));
                    }
                }
            }
            case LIST -> expression.list().elements().forEach(this::walk);
            case MAP ->
                expression.map().entries().forEach(entry -> {
                    walk(entry.key());
                    walk(entry.value());
                });
            case STRUCT -> expression.struct().entries().forEach(entry -> walk(entry.value()));
            case COMPREHENSION -> walkLoop(expression.comprehension());
            case IDENT, CONSTANT, NOT_SET -> {}
        }
    }

    /** The operand of a field is part of a longer chain, which was found already: only what lies aside of it counts. */
    private void walkOn(CelExpr operand) {
        var chain = chain(operand);
        var known = chain == null || found.contains(chain);
        walk(operand);
        if (chain != null && !known) {
            found.remove(chain);
        }
    }

    private void walkLoop(CelExpr.CelComprehension loop) {
        walk(loop.iterRange());
        walk(loop.accuInit());
        deepestLoop = Math.max(deepestLoop, ++loops);
        locals.push(loop.iterVar());
        locals.push(loop.iterVar2());
        locals.push(loop.accuVar());
        walk(loop.loopCondition());
        walk(loop.loopStep());
        walk(loop.result());
        locals.pop();
        locals.pop();
        locals.pop();
        loops--;
    }

    private static @Nullable Reference chain(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case IDENT -> new Reference(expression.ident().name(), List.of());
            case SELECT ->
                longer(chain(expression.select().operand()), expression.select().field());
            case CALL -> isStep(expression.call()) ? step(expression.call()) : null;
            default -> null;
        };
    }

    private static boolean isStep(CelExpr.CelCall call) {
        return call.args().size() == 2
                && switch (call.function()) {
                    case "_?._", "_[_]", "_[?_]" -> true;
                    default -> false;
                };
    }

    private static @Nullable Reference step(CelExpr.CelCall call) {
        var operand = chain(call.args().get(0));
        var index = call.args().get(1);
        if (index.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return operand;
        }
        return longer(operand, text(index.constant()));
    }

    private static String text(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> constant.stringValue();
            case INT64_VALUE -> String.valueOf(constant.int64Value());
            default -> constant.toString();
        };
    }

    private static @Nullable Reference longer(@Nullable Reference reference, String step) {
        if (reference == null) {
            return null;
        }
        var path = new ArrayList<>(reference.path());
        path.add(step);
        return new Reference(reference.root(), List.copyOf(path));
    }
}
