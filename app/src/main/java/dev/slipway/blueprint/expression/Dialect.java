package dev.slipway.blueprint.expression;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelChecker;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensionLibrary;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelParserLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** CEL with the functions of this product, and without what could use up the server. */
public final class Dialect {

    static final int LONGEST = 2_048;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(48)
            .maxParseErrorRecoveryLimit(4)
            .comprehensionMaxIterations(10_000)
            .maxRegexProgramSize(2_000)
            .enableHeterogeneousNumericComparisons(true)
            .populateMacroCalls(true)
            .build();

    // Left out, and where needed replaced by bounded ones of our own: replace, join and range make much out of little.
    private static final CelStringExtensions STRINGS = CelExtensions.strings(
            CelStringExtensions.Function.CHAR_AT,
            CelStringExtensions.Function.INDEX_OF,
            CelStringExtensions.Function.LAST_INDEX_OF,
            CelStringExtensions.Function.LOWER_ASCII,
            CelStringExtensions.Function.SPLIT,
            CelStringExtensions.Function.SUBSTRING,
            CelStringExtensions.Function.TRIM,
            CelStringExtensions.Function.UPPER_ASCII);
    private static final CelListsExtensions LISTS = CelExtensions.lists(
            CelListsExtensions.Function.SLICE,
            CelListsExtensions.Function.FLATTEN,
            CelListsExtensions.Function.DISTINCT,
            CelListsExtensions.Function.REVERSE,
            CelListsExtensions.Function.SORT);

    /** For suggestions. */
    public static final Set<String> FUNCTIONS = ImmutableSet.<String>builder()
            .addAll(Functions.names())
            .add("size", "string", "int", "double", "bool", "has", "all", "exists", "exists_one", "map", "filter")
            .add("contains", "startsWith", "endsWith", "matches", "split", "trim", "lowerAscii", "upperAscii")
            .add("substring", "indexOf", "orValue", "hasValue", "value", "flatten", "distinct", "sort", "slice")
            .build();

    private static final List<CelExtensionLibrary.FeatureSet> LIBRARIES = List.of(
            CelExtensions.optional(),
            STRINGS,
            LISTS,
            CelExtensions.math(),
            CelExtensions.sets(OPTIONS),
            CelExtensions.encoders(OPTIONS));
    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(only(CelParserLibrary.class))
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(only(CelRuntimeLibrary.class))
            .addFunctionBindings(Functions.bindings())
            .build();

    /** By the last part of their names: a call does not tell whether what stands before it is a value or a namespace. */
    private static final ImmutableListMultimap<String, CelFunctionDecl> DECLARED = Stream.concat(
                    LIBRARIES.stream().flatMap(library -> library.functions().stream()),
                    Functions.declarations().stream())
            .collect(ImmutableListMultimap.toImmutableListMultimap(
                    declared -> lastPart(declared.name()), declared -> declared));

    private Dialect() {}

    static CelAbstractSyntaxTree parse(String source) throws CelValidationException {
        return PARSER.parse(source).getAst();
    }

    /**
     * Checks expressions that call no other functions than these. For each expression it checks, CEL compares all
     * overloads that were declared with each other, so the fewer the better: a tenth of the time.
     */
    @SuppressWarnings("deprecation") // The only way to replace the standard declarations.
    static CelChecker checker(Types types, Map<String, CelType> roots, Set<String> functions) {
        var builder = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) -> functions.contains(function.functionName()))
                        .build())
                .setTypeProvider(types);
        LIBRARIES.forEach(library -> builder.addVarDeclarations(library.variables()));
        roots.forEach((name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
        functions.forEach(function -> builder.addFunctionDeclarations(DECLARED.get(lastPart(function))));
        return builder.build();
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static CelRuntime.Program program(CelAbstractSyntaxTree tree) throws CelEvaluationException {
        return RUNTIME.createProgram(tree);
    }

    private static <T> List<T> only(Class<T> kind) {
        return LIBRARIES.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
