package dev.slipway.blueprint.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Finds calls that are sure to fail, because all that they depend on is written down. */
final class Constants {

    private static final String MATCHES = "matches";
    /** Those that read text, do little and have no other effect. */
    private static final Set<String> READING = Set.of(
            "quantity.bytes",
            "quantity.millis",
            "semver.compare",
            "semver.matches",
            "int",
            "double",
            "timestamp",
            "duration");

    private final CelAbstractSyntaxTree tree;
    private final String source;
    private final IntFunction<Place> at;
    private final Diagnostics diagnostics;

    Constants(CelAbstractSyntaxTree tree, String source, IntFunction<Place> at, Diagnostics diagnostics) {
        this.tree = tree;
        this.source = source;
        this.at = at;
        this.diagnostics = diagnostics;
    }

    void check() {
        References.in(tree.getExpr(), part -> {
            if (part.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL) {
                check(part, part.call());
            }
        });
    }

    private void check(CelExpr part, CelExpr.CelCall call) {
        if (call.function().equals(MATCHES)) {
            checkPattern(call.args().getLast());
        } else if (READING.contains(call.function()) && call.args().stream().allMatch(Constants::isText)) {
            checkValue(part, call.args().getFirst());
        }
    }

    private static boolean isText(CelExpr part) {
        return part.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private void checkPattern(CelExpr pattern) {
        if (isText(pattern)) {
            try {
                Pattern.compile(pattern.constant().stringValue());
            } catch (PatternSyntaxException e) {
                refuse(pattern, "RE2 does not take this pattern: %s.".formatted(e.getMessage()));
            }
        }
    }

    private void checkValue(CelExpr part, CelExpr argument) {
        try {
            Dialect.program(CelAbstractSyntaxTree.newCheckedAst(
                            part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()))
                    .eval(Map.of());
        } catch (CelEvaluationException e) {
            refuse(argument, "This always fails: %s.".formatted(Expression.reason(e)));
        }
    }

    private void refuse(CelExpr part, String message) {
        var position = tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
        diagnostics.error(Code.E013, at.apply(Math.min(position, source.length() - 1)), message);
    }
}
