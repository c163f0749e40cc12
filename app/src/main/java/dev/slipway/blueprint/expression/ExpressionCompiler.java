package dev.slipway.blueprint.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Checks expressions against the names and types that a blueprint declares. */
public final class ExpressionCompiler {

    private static final int DEEPEST_LOOP = 4;

    private final Environment environment;
    private final Extent extent;
    private final Diagnostics diagnostics;
    private final Problems problems;

    private ExpressionCompiler(Environment environment, Extent extent, Diagnostics diagnostics) {
        this.environment = environment;
        this.extent = extent;
        this.diagnostics = diagnostics;
        this.problems = new Problems(environment.types(), environment.roots(), diagnostics);
    }

    public static ExpressionCompiler of(Types types, Map<String, CelType> roots, Diagnostics diagnostics) {
        return new ExpressionCompiler(Environment.of(types, roots), new Extent(), diagnostics);
    }

    /** One that knows these names as well, or in another sense. */
    public ExpressionCompiler with(Map<String, CelType> more) {
        return new ExpressionCompiler(environment.with(more), extent, diagnostics);
    }

    /** The same, saying what is wrong elsewhere. */
    public ExpressionCompiler reportingTo(Diagnostics others) {
        return new ExpressionCompiler(environment, extent, others);
    }

    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /** The type of a name; empty when it is not known. */
    public Optional<CelType> type(String root) {
        return Optional.ofNullable(environment.roots().get(root));
    }

    /** The names behind {@code variables.} that an expression reads, as far as it can be read at all. */
    public Set<String> variablesIn(String source) {
        if (!extent.mayBeRead(source)) {
            return Set.of();
        }
        try {
            var tree = Dialect.parse(source);
            return References.in(tree.getExpr(), part -> {}).references().stream()
                    .filter(reference -> reference.root().equals("variables"))
                    .flatMap(reference -> reference.path().stream().limit(1))
                    .collect(Collectors.toSet());
        } catch (CelValidationException e) {
            return Set.of();
        }
    }

    /**
     * The checked expression; empty when it is wrong, which is then said.
     *
     * @param at the place of each character of the source
     */
    public Optional<Expression> compile(String source, IntFunction<Place> at, Scope scope, Expected expected) {
        if (extent.isFull()) {
            return Optional.empty();
        }
        var start = at.apply(firstCharacter(source));
        if (!extent.take(source, start, diagnostics)) {
            return Optional.empty();
        }
        try {
            var tree = environment.tree(source);
            var before = diagnostics.size();
            var found = References.in(tree.getExpr(), part -> checkOptional(part, tree, source, at));
            checkScope(found.references(), source, at, scope);
            checkType(tree.getResultType(), expected, start);
            if (found.nestedLoops() > DEEPEST_LOOP) {
                diagnostics.error(Code.E008, start, "Loops are nested more than %d deep.".formatted(DEEPEST_LOOP));
            }
            new Constants(tree, source, at, diagnostics).check();
            if (diagnostics.size() > before) {
                return Optional.empty();
            }
            var program = environment.program(source, tree);
            return Optional.of(new Expression(source, start, at, tree, found.references(), program));
        } catch (CelValidationException e) {
            problems.report(e, source, at, scope);
        } catch (CelEvaluationException e) {
            diagnostics.error(Code.E001, start, "This expression cannot be prepared: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void checkScope(Set<Reference> references, String source, IntFunction<Place> at, Scope scope) {
        for (var reference : references) {
            if (environment.roots().containsKey(reference.root()) && !scope.allows(reference.root())) {
                diagnostics.error(
                        Code.E005,
                        at.apply(Math.max(source.indexOf(reference.root()), 0)),
                        "'%s' is not known in %s.".formatted(reference.root(), scope.where()));
            }
        }
    }

    private void checkType(CelType type, Expected expected, Place place) {
        if (expected.accepts(type)) {
            return;
        }
        var code = switch (expected) {
            case ANY -> Code.E011;
            case TEXT_PART -> Code.E009;
            default -> Code.E007;
        };
        diagnostics.error(code, place, "Here must be %s, not %s.".formatted(expected.words(), Problems.words(type)));
    }

    private void checkOptional(CelExpr part, CelAbstractSyntaxTree tree, String source, IntFunction<Place> at) {
        if (part.exprKind().getKind() != CelExpr.ExprKind.Kind.SELECT
                || part.select().testOnly()) {
            return;
        }
        var select = part.select();
        var owner = tree.getType(select.operand().id()).map(CelType::name).orElse("");
        environment
                .types()
                .field(owner, select.field())
                .filter(field -> !field.certain())
                .ifPresent(field -> {
                    var dot = tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
                    var written = source.substring(0, Math.min(dot, source.length()));
                    diagnostics.error(
                            Code.E006,
                            at.apply(dot + 1),
                            "'%s' may be absent: it is neither required nor has it a default."
                                    .formatted(select.field()),
                            Optional.of(
                                    written.strip().matches("[\\w.]+")
                                            ? written.strip() + ".?" + select.field()
                                            : ".?" + select.field()));
                });
    }

    private static int firstCharacter(String source) {
        int at = 0;
        while (at < source.length() - 1 && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }
}
