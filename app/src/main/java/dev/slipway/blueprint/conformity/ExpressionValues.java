package dev.slipway.blueprint.conformity;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an expression as values: what is written in it, and the type of everything else. */
final class ExpressionValues {

    private static final int DEEPEST = 16;

    private final Expression expression;
    private final Values values;
    private final @Nullable Place from;
    private final int depth;

    ExpressionValues(Expression expression, Values values, @Nullable Place from, int depth) {
        this.expression = expression;
        this.values = values;
        this.from = from;
        this.depth = depth;
    }

    Value of(CelExpr part) {
        return switch (part.exprKind().getKind()) {
            case CONSTANT -> new Value.Written(plain(part.constant()), place(part));
            case LIST -> list(part);
            case MAP -> map(part);
            case CALL -> call(part);
            case SELECT -> path(part);
            case COMPREHENSION -> loop(part);
            case IDENT, STRUCT, NOT_SET -> typed(part);
        };
    }

    private Value typed(CelExpr part) {
        return typed(expression.tree().getType(part.id()).orElse(SimpleType.DYN), place(part));
    }

    /** The value of a type; the types with fields of this language become mappings of which all fields are known. */
    private Value typed(CelType type, Place place) {
        if (type instanceof OptionalType optional) {
            return new Value.Optional(typed(optional.parameters().get(0), place), place);
        }
        var isOurs = type.kind() == CelKind.STRUCT && !type.name().startsWith("io.k8s.");
        if (!isOurs || !values.types().isDeclared(type.name()) || depth > DEEPEST) {
            return new Value.Typed(type, place);
        }
        var members = new LinkedHashMap<String, Value.Member>();
        for (var name : values.types().fieldNames(type.name())) {
            values.types().field(type.name(), name).ifPresent(field -> {
                var value = new Value.Typed(field.type(), place);
                members.put(name, new Value.Member(place, field.certain() ? value : new Value.Optional(value, place)));
            });
        }
        return new Value.Structure(members, true, place);
    }

    private Value list(CelExpr part) {
        var items = new ArrayList<Value>();
        var elements = part.list().elements();
        for (int i = 0; i < elements.size(); i++) {
            var item = of(elements.get(i));
            items.add(part.list().optionalIndices().contains(i) ? new Value.Optional(item, item.place()) : item);
        }
        return new Value.Sequence(items, true, place(part));
    }

    private Value map(CelExpr part) {
        var members = new LinkedHashMap<String, Value.Member>();
        var isComplete = true;
        for (var entry : part.map().entries()) {
            var key = of(entry.key());
            if (key instanceof Value.Written written && written.plain() instanceof String name) {
                var value = of(entry.value());
                members.put(
                        name,
                        new Value.Member(
                                key.place(), entry.optionalEntry() ? new Value.Optional(value, value.place()) : value));
            } else {
                isComplete = false;
            }
        }
        return new Value.Structure(members, isComplete, place(part));
    }

    private Value call(CelExpr part) {
        var call = part.call();
        var arguments = call.args();
        return switch (call.function()) {
            case "_?_:_" -> new Value.Choice(List.of(of(arguments.get(1)), of(arguments.get(2))), place(part));
            case "_+_" -> sum(part, of(arguments.get(0)), of(arguments.get(1)));
            case "dyn" -> dynamic(part, of(arguments.get(0)));
            case "merge" -> merge(of(arguments.get(0)), of(arguments.get(1)), place(part));
            case "orValue" -> orValue(part);
            case "or" ->
                new Value.Choice(List.of(of(part.call().target().orElse(part)), of(arguments.get(0))), place(part));
            case "optional.of" -> new Value.Optional(of(arguments.get(0)), place(part));
            case "optional.none" -> new Value.Written(null, place(part));
            case "string" -> stringOf(part, of(arguments.get(0)));
            default -> typed(part);
        };
    }

    /** What is written down is known all the same; anything else its author vouches for. */
    private Value dynamic(CelExpr part, Value value) {
        return value instanceof Value.Written ? value : typed(part);
    }

    private Value orValue(CelExpr part) {
        var target = part.call().target().map(this::of);
        if (target.isEmpty()) {
            return typed(part);
        }
        var value = target.get() instanceof Value.Optional optional ? optional.value() : target.get();
        return new Value.Choice(List.of(value, of(part.call().args().get(0))), place(part));
    }

    private Value stringOf(CelExpr part, Value value) {
        return switch (value) {
            case Value.Written ignored -> Texts.join(List.of(value), place(part));
            case Value.Typed ignored -> Texts.join(List.of(value), place(part));
            default -> typed(part);
        };
    }

    private Value sum(CelExpr part, Value left, Value right) {
        if (left instanceof Value.Sequence first && right instanceof Value.Sequence second) {
            var items = new ArrayList<>(first.items());
            items.addAll(second.items());
            return new Value.Sequence(items, first.complete() && second.complete(), place(part));
        }
        var type = expression.tree().getType(part.id()).orElse(SimpleType.DYN);
        return switch (type.kind()) {
            case STRING -> Texts.join(List.of(left, right), place(part));
            case LIST -> partly(part, left, right);
            default -> typed(part);
        };
    }

    /** A list of which the items of one side are known, or those of every choice of it. */
    private Value partly(CelExpr part, Value left, Value right) {
        var items = new ArrayList<Value>();
        for (var side : List.of(left, right)) {
            if (side instanceof Value.Sequence known) {
                items.addAll(known.items());
            } else if (side instanceof Value.Choice choice) {
                choice.options().forEach(option -> {
                    if (option instanceof Value.Sequence known) {
                        known.items().forEach(item -> items.add(new Value.Optional(item, item.place())));
                    }
                });
            }
        }
        return new Value.Sequence(items, false, place(part));
    }

    /** What the right one says counts; mappings within are merged too. */
    private static Value merge(Value left, Value right, Place place) {
        var members = new LinkedHashMap<String, Value.Member>();
        var isComplete = true;
        for (var side : List.of(left, right)) {
            if (!(side instanceof Value.Structure structure)) {
                isComplete = false;
                continue;
            }
            isComplete &= structure.complete();
            structure
                    .members()
                    .forEach((name, member) -> members.merge(
                            name,
                            member,
                            (old, now) ->
                                    old.value() instanceof Value.Structure && now.value() instanceof Value.Structure
                                            ? new Value.Member(now.key(), merge(old.value(), now.value(), place))
                                            : now));
        }
        return new Value.Structure(members, isComplete, place);
    }

    private Value path(CelExpr part) {
        if (part.select().testOnly()) {
            return typed(part);
        }
        var names = names(part);
        if (names.size() < 2) {
            return typed(part);
        }
        var last = names.getLast();
        return switch (names.getFirst()) {
            case "variables" -> variable(part, names);
            case "weights" -> last.equals("volume") && names.size() == 3 ? volume(part) : fact(part, names);
            case "shares" -> names.size() == 3 ? share(part, names) : fact(part, names);
            default -> fact(part, names);
        };
    }

    /** The same path always gives the same text. */
    private Value fact(CelExpr part, List<String> names) {
        var type = expression.tree().getType(part.id()).orElse(SimpleType.DYN);
        return type.kind() == CelKind.STRING
                ? new Value.Composed("a", "${%s}".formatted(String.join(".", names)), true, place(part))
                : typed(part);
    }

    private Value variable(CelExpr part, List<String> names) {
        var template = values.variable(names.get(1));
        if (template == null || depth > DEEPEST) {
            return typed(part);
        }
        var value = values.of(template, place(part), depth + 1);
        for (var name : names.subList(2, names.size())) {
            var member = value instanceof Value.Structure structure
                    ? structure.members().get(name)
                    : null;
            if (member == null) {
                return typed(part);
            }
            value = member.value();
        }
        return value;
    }

    private Value volume(CelExpr part) {
        var place = place(part);
        var claim = structure(
                place, Map.of("claimName", Values.text(place), "readOnly", new Value.Typed(SimpleType.BOOL, place)));
        return structure(place, Map.of("persistentVolumeClaim", claim));
    }

    private Value share(CelExpr part, List<String> names) {
        var place = place(part);
        return switch (names.getLast()) {
            case "limits" -> amounts(place);
            case "resources" -> structure(place, Map.of("requests", amounts(place), "limits", amounts(place)));
            default -> fact(part, names);
        };
    }

    /** One GPU at least, whatever it will be called. */
    private static Value amounts(Place place) {
        var gpu = new Value.Member(place, new Value.Written("1", place));
        return new Value.Structure(Map.of("slipway.dev/share", gpu), false, place);
    }

    private static Value structure(Place place, Map<String, Value> fields) {
        var members = new LinkedHashMap<String, Value.Member>();
        fields.forEach((name, value) -> members.put(name, new Value.Member(place, value)));
        return new Value.Structure(members, true, place);
    }

    /** {@code a.b.c} as its names; empty when it is no such chain. */
    private static List<String> names(CelExpr part) {
        return switch (part.exprKind().getKind()) {
            case IDENT -> new ArrayList<>(List.of(part.ident().name()));
            case SELECT -> {
                var names = names(part.select().operand());
                if (!names.isEmpty()) {
                    names.add(part.select().field());
                }
                yield names;
            }
            default -> new ArrayList<>();
        };
    }

    /** {@code list.map(x, …)} gives a list of which nothing is known but what its items look like. */
    private Value loop(CelExpr part) {
        var comprehension = part.comprehension();
        var step = comprehension.loopStep();
        if (step.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && step.call().function().equals("_?_:_")) {
            step = step.call().args().get(1);
        }
        var isMap = comprehension.accuInit().exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
                && step.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && step.call().function().equals("_+_")
                && step.call().args().get(1).exprKind().getKind() == CelExpr.ExprKind.Kind.LIST;
        if (!isMap) {
            return typed(part);
        }
        var items = step.call().args().get(1).list().elements().stream()
                .map(this::of)
                .map(item -> (Value) new Value.Optional(item, item.place()))
                .toList();
        return new Value.Sequence(items, false, place(part));
    }

    private static @Nullable Object plain(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> constant.stringValue();
            case INT64_VALUE -> constant.int64Value();
            case UINT64_VALUE -> constant.uint64Value().longValue();
            case DOUBLE_VALUE -> constant.doubleValue();
            case BOOLEAN_VALUE -> constant.booleanValue();
            default -> null;
        };
    }

    private Place place(CelExpr part) {
        return from == null ? expression.at().apply(start(part)) : from;
    }

    /** Where a part begins; the parser tells an operator at its sign, a field at its dot and a call at its parenthesis. */
    private int start(CelExpr part) {
        var told = expression.tree().getSource().getPositionsMap().getOrDefault(part.id(), 0);
        return switch (part.exprKind().getKind()) {
            case SELECT -> start(part.select().operand());
            case CALL -> start(part.call(), told);
            case COMPREHENSION -> start(part.comprehension().iterRange());
            case IDENT, CONSTANT, LIST, MAP, STRUCT, NOT_SET -> told;
        };
    }

    private int start(CelExpr.CelCall call, int told) {
        if (call.target().isPresent()) {
            return start(call.target().get());
        }
        var before = told - call.function().length();
        if (expression.source().startsWith(call.function() + "(", before)) {
            return before;
        }
        return call.args().stream().mapToInt(this::start).min().stream()
                .map(first -> Math.min(first, told))
                .findFirst()
                .orElse(told);
    }
}
