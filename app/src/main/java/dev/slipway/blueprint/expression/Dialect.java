package dev.slipway.blueprint.expression;

import com.google.common.collect.ImmutableSet;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.Set;

/** CEL with the functions of this product, and without what could use up the server. */
public final class Dialect {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(8_192)
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

    private Dialect() {}

    static CelBuilder builder(Types types) {
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(types)
                .addCompilerLibraries(
                        CelExtensions.optional(),
                        STRINGS,
                        LISTS,
                        CelExtensions.math(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.encoders(OPTIONS))
                .addRuntimeLibraries(
                        CelExtensions.optional(),
                        STRINGS,
                        LISTS,
                        CelExtensions.math(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.encoders(OPTIONS));
        Functions.addTo(builder);
        return builder;
    }
}
