package dev.slipway.blueprint.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what the parts of an expression came to, so that its value can be explained. */
public final class Parts {

    private static final Set<String> CONNECTIVES = Set.of(
            "_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_in_", "_?_:_", "_+_", "_-_",
            "_*_", "_/_", "_%_");
    private static final CelUnparser WRITER = CelUnparserFactory.newUnparser();

    private final CelAbstractSyntaxTree tree;
    private final Map<Long, Object> values = new HashMap<>();

    public Parts(Expression expression) {
        this.tree = expression.tree();
    }

    void note(CelExpr part, @Nullable Object value) {
        if (value != null) {
            values.put(part.id(), value);
        }
    }

    /**
     * The operands of logic, comparisons and sums as they are written, with their values. What merely reads a field is left
     * out, as it is its own explanation.
     */
    public Map<String, Object> written() {
        var parts = new LinkedHashMap<String, Object>();
        operands(tree.getExpr(), parts);
        return parts;
    }

    private void operands(CelExpr expression, Map<String, Object> parts) {
        if (expression.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL
                || !CONNECTIVES.contains(expression.call().function())) {
            return;
        }
        for (var operand : expression.call().args()) {
            var value = values.get(operand.id());
            var isTelling = value != null && !References.isPlainRead(operand) && !isLiteral(operand);
            if (isTelling) {
                parts.put(source(operand), value);
            }
            operands(operand, parts);
        }
    }

    private static boolean isLiteral(CelExpr expression) {
        return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
    }

    private String source(CelExpr expression) {
        return WRITER.unparse(CelAbstractSyntaxTree.newParsedAst(expression, tree.getSource()));
    }
}
