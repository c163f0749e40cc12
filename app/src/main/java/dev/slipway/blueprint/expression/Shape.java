package dev.slipway.blueprint.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an expression says, however it is written: two with the same shape have the same value.
 *
 * @param kind of the part
 * @param what it names or holds
 * @param parts that it is made of
 */
public record Shape(String kind, Object what, List<Shape> parts) {

    static Shape of(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> new Shape("constant", expression.constant(), List.of());
            case IDENT -> new Shape("name", expression.ident().name(), List.of());
            case SELECT -> {
                var select = expression.select();
                yield new Shape(select.testOnly() ? "has" : "field", select.field(), of(Stream.of(select.operand())));
            }
            case CALL -> {
                var call = expression.call();
                var kind = call.target().isPresent() ? "method" : "function";
                yield new Shape(kind, call.function(), of(Stream.concat(call.target().stream(), call.args().stream())));
            }
            case LIST -> {
                var list = expression.list();
                yield new Shape("list", List.copyOf(list.optionalIndices()), of(list.elements().stream()));
            }
            case MAP -> {
                var entries = expression.map().entries();
                yield new Shape(
                        "map",
                        entries.stream()
                                .map(CelExpr.CelMap.Entry::optionalEntry)
                                .toList(),
                        of(entries.stream().flatMap(entry -> Stream.of(entry.key(), entry.value()))));
            }
            case COMPREHENSION -> {
                var loop = expression.comprehension();
                yield new Shape(
                        "loop",
                        List.of(loop.iterVar(), loop.iterVar2(), loop.accuVar()),
                        of(Stream.of(
                                loop.iterRange(),
                                loop.accuInit(),
                                loop.loopCondition(),
                                loop.loopStep(),
                                loop.result())));
            }
            // No message types are declared: these do not occur in what was checked.
            case STRUCT, NOT_SET -> new Shape("other", expression.id(), List.of());
        };
    }

    private static List<Shape> of(Stream<CelExpr> parts) {
        return parts.map(Shape::of).toList();
    }
}
