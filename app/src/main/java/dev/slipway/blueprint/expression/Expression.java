package dev.slipway.blueprint.expression;

import com.google.common.base.Throwables;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Place;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression.
 *
 * @param source between <code>${</code> and <code>}</code>
 * @param at the place of each character of the source
 * @param tree with the type of each part
 * @param references what it reads
 */
public record Expression(
        String source,
        Place place,
        IntFunction<Place> at,
        CelAbstractSyntaxTree tree,
        Set<Reference> references,
        CelRuntime.Program program) {

    /** What an expression gave that could not be evaluated, because a field or an item is not there. */
    public static final class MissingException extends Exception {
        private static final long serialVersionUID = 1;

        MissingException(String message) {
            super(message, null, false, false);
        }
    }

    /** Of its value. */
    public CelType type() {
        return tree.getResultType();
    }

    public boolean reads(String root) {
        return references.stream().anyMatch(reference -> reference.root().equals(root));
    }

    /** What it says, however it is written. */
    public Shape shape() {
        return Shape.of(tree.getExpr());
    }

    /** What must hold, each for itself, for it to hold. */
    public Set<Shape> conjuncts() {
        return Guards.conjuncts(tree.getExpr());
    }

    /**
     * The roots that it reads where not all that guards them is known to hold, as in the branches of a choice.
     *
     * @param guards by root
     * @param held what holds wherever it is evaluated
     */
    public Set<String> unguarded(Map<String, Set<Shape>> guards, Set<Shape> held) {
        return Guards.unguarded(tree.getExpr(), guards, held);
    }

    /** Where it first reads that root. */
    public Place placeOf(String root) {
        var positions = tree.getSource().getPositionsMap();
        var first = new AtomicInteger(Integer.MAX_VALUE);
        References.in(tree.getExpr(), part -> {
            if (part.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                    && part.ident().name().equals(root)) {
                first.accumulateAndGet(positions.getOrDefault(part.id(), Integer.MAX_VALUE), Math::min);
            }
        });
        return first.get() < source.length() ? at.apply(first.get()) : place;
    }

    /** The value; refuses with an {@link EvaluationException} when there is none. */
    public @Nullable Object evaluate(Map<String, ?> roots, Budget budget) {
        return evaluate(roots, (part, result) -> budget.step(result));
    }

    /** The same, noting the values of its parts. */
    public @Nullable Object evaluate(Map<String, ?> roots, Budget budget, Parts parts) {
        return evaluate(roots, (part, result) -> {
            budget.step(result);
            parts.note(part, result);
        });
    }

    private @Nullable Object evaluate(Map<String, ?> roots, CelEvaluationListener listener) {
        try {
            return evaluateIfThere(roots, listener);
        } catch (MissingException e) {
            throw failure(Code.X001, e.getMessage());
        }
    }

    /** The value, where data that is not there is an expected answer. */
    public @Nullable Object evaluateIfThere(Map<String, ?> roots, Budget budget) throws MissingException {
        return evaluateIfThere(roots, (part, result) -> budget.step(result));
    }

    private @Nullable Object evaluateIfThere(Map<String, ?> roots, CelEvaluationListener listener)
            throws MissingException {
        try {
            return program.trace(roots, listener);
        } catch (CelEvaluationException e) {
            if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND
                    || e.getErrorCode() == CelErrorCode.INDEX_OUT_OF_BOUNDS) {
                throw new MissingException(reason(e));
            }
            var exceeded = isExceeded(e);
            throw failure(exceeded ? Code.X002 : Code.X001, reason(e));
        }
    }

    private EvaluationException failure(Code code, @Nullable String reason) {
        return new EvaluationException(
                code.text(), place.path(), "'%s' cannot be evaluated: %s.".formatted(source.strip(), reason));
    }

    private static boolean isExceeded(CelEvaluationException e) {
        return e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
                || Throwables.getCausalChain(e).stream().anyMatch(Budget.ExceededException.class::isInstance);
    }

    /** Why it failed, without where. */
    static String reason(CelEvaluationException e) {
        var message = String.valueOf(e.getMessage());
        var start = message.startsWith("evaluation error at ") ? message.indexOf(": ") + 2 : 0;
        var reason = message.substring(start).replaceAll("\\.$", "");
        return e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND && reason.indexOf(' ') < 0
                ? "there is no '" + reason + "'"
                : reason;
    }
}
