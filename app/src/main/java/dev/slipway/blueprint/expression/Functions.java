package dev.slipway.blueprint.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.slipway.blueprint.rendering.CanonicalJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.semver4j.Semver;

/** The functions beyond CEL's own; none makes more out of its arguments than the budget allows. */
final class Functions {

    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType WHOLE = SimpleType.INT;
    private static final CelType TRUTH = SimpleType.BOOL;
    private static final CelType ANY = SimpleType.DYN;
    private static final CelType MAP = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelType CLUSTER = StructTypeReference.create(FactTypes.CLUSTER);
    private static final CelType MODEL = StructTypeReference.create(FactTypes.MODEL);

    private record Function(
            String name, String id, boolean member, CelType result, List<CelType> arguments, CelFunctionOverload body) {

        CelOverloadDecl overload() {
            return member
                    ? CelOverloadDecl.newMemberOverload(id, result, arguments)
                    : CelOverloadDecl.newGlobalOverload(id, result, arguments);
        }

        CelFunctionBinding binding() {
            return CelFunctionBinding.from(
                    id, arguments.stream().map(Function::javaType).collect(Collectors.toList()), body);
        }

        private static Class<?> javaType(CelType type) {
            return switch (type.kind()) {
                case STRING -> String.class;
                case INT -> Long.class;
                case LIST -> Iterable.class;
                case MAP, STRUCT -> Map.class;
                default -> Object.class;
            };
        }
    }

    private static final List<Function> ALL = List.of(
            member("has", "cluster_has", TRUTH, List.of(CLUSTER, TEXT), a -> clusterHas(map(a[0]), text(a[1]))),
            global(
                    "sizing.inferenceVram",
                    "vram",
                    WHOLE,
                    List.of(MODEL, WHOLE),
                    a -> Sizing.inference(map(a[0]), whole(a[1]), Sizing.USUAL_SEQUENCES)),
            global(
                    "sizing.inferenceVram",
                    "vram_n",
                    WHOLE,
                    List.of(MODEL, WHOLE, WHOLE),
                    a -> Sizing.inference(map(a[0]), whole(a[1]), whole(a[2]))),
            global(
                    "sizing.loraVram",
                    "lora",
                    WHOLE,
                    List.of(MODEL, WHOLE, WHOLE),
                    a -> Sizing.lora(map(a[0]), whole(a[1]), whole(a[2]))),
            global("range", "range", ListType.create(WHOLE), List.of(WHOLE), a -> range(whole(a[0]))),
            global("merge", "merge", MAP, List.of(MAP, MAP), a -> merge(map(a[0]), map(a[1]))),
            global("json", "json", TEXT, List.of(ANY), a -> CanonicalJson.of(a[0])),
            global(
                    "digest",
                    "digest",
                    TEXT,
                    List.of(ANY),
                    a -> CanonicalJson.sha256(a[0]).substring(0, 10)),
            member(
                    "replace",
                    "replace",
                    TEXT,
                    List.of(TEXT, TEXT, TEXT),
                    a -> replace(text(a[0]), text(a[1]), text(a[2]))),
            member("join", "join", TEXT, List.of(ListType.create(TEXT)), a -> join((Iterable<?>) a[0], "")),
            member(
                    "join",
                    "join_by",
                    TEXT,
                    List.of(ListType.create(TEXT), TEXT),
                    a -> join((Iterable<?>) a[0], text(a[1]))),
            member(
                    "format",
                    "format",
                    TEXT,
                    List.of(TEXT, ListType.create(ANY)),
                    a -> format(text(a[0]), (Iterable<?>) a[1])),
            global("quantity.bytes", "bytes", WHOLE, List.of(TEXT), a -> Quantity.bytes(text(a[0]))),
            global("quantity.millis", "millis", WHOLE, List.of(TEXT), a -> Quantity.millis(text(a[0]))),
            global("quantity.mebibytes", "mebibytes", TEXT, List.of(WHOLE), a -> Quantity.mebibytes(whole(a[0]))),
            global("semver.compare", "compare", WHOLE, List.of(TEXT, TEXT), a ->
                    (long) version(text(a[0])).compareTo(version(text(a[1])))),
            global(
                    "semver.matches",
                    "matches_range",
                    TRUTH,
                    List.of(TEXT, TEXT),
                    a -> version(text(a[0])).satisfies(text(a[1]))),
            global("url.host", "host", TEXT, List.of(TEXT), a -> host(text(a[0]))),
            global("url.port", "port", WHOLE, List.of(TEXT), a ->
                    (long) URI.create(text(a[0])).getPort()),
            global(
                    "url.encode",
                    "encode",
                    TEXT,
                    List.of(TEXT),
                    a -> URLEncoder.encode(text(a[0]), StandardCharsets.UTF_8)));

    private Functions() {}

    static Set<String> names() {
        return ALL.stream().map(Function::name).collect(Collectors.toSet());
    }

    static List<CelFunctionDecl> declarations() {
        return byName().entrySet().stream()
                .map(function -> CelFunctionDecl.newFunctionDeclaration(
                        function.getKey(),
                        function.getValue().stream().map(Function::overload).toList()))
                .toList();
    }

    static List<CelFunctionBinding> bindings() {
        return byName().entrySet().stream()
                .flatMap(function -> CelFunctionBinding.fromOverloads(
                        function.getKey(),
                        function.getValue().stream().map(Function::binding).toList())
                        .stream())
                .toList();
    }

    private static Map<String, List<Function>> byName() {
        return ALL.stream().collect(Collectors.groupingBy(Function::name));
    }

    private static Function member(
            String name, String id, CelType result, List<CelType> arguments, CelFunctionOverload body) {
        return new Function(name, "slipway_" + id, true, result, arguments, body);
    }

    private static Function global(
            String name, String id, CelType result, List<CelType> arguments, CelFunctionOverload body) {
        return new Function(name, "slipway_" + id, false, result, arguments, body);
    }

    private static boolean clusterHas(Map<?, ?> cluster, String wanted) {
        return (cluster.get("apis") instanceof List<?> apis && apis.contains(wanted))
                || (cluster.get("features") instanceof List<?> features && features.contains(wanted));
    }

    private static List<Long> range(long end) {
        if (end > Budget.MOST_ITEMS) {
            throw new Budget.ExceededException("a range becomes too large");
        }
        return LongStream.range(0, end).boxed().toList();
    }

    /** What the right one says counts; maps within are merged too. */
    private static Map<Object, Object> merge(Map<?, ?> left, Map<?, ?> right) {
        var merged = new LinkedHashMap<Object, Object>(left);
        right.forEach((key, value) -> merged.merge(
                key,
                value,
                (old, now) -> old instanceof Map<?, ?> a && now instanceof Map<?, ?> b ? merge(a, b) : now));
        return merged;
    }

    private static String replace(String text, String what, String by) {
        var found = what.isEmpty()
                ? text.length() + 1L
                : (text.length() - text.replace(what, "").length()) / what.length();
        if (text.length() + found * by.length() > Budget.LONGEST_TEXT) {
            throw new Budget.ExceededException("a text becomes too long");
        }
        return text.replace(what, by);
    }

    private static String join(Iterable<?> parts, String separator) {
        var joined = new StringBuilder();
        for (var part : parts) {
            joined.append(joined.isEmpty() ? "" : separator).append(part);
            if (joined.length() > Budget.LONGEST_TEXT) {
                throw new Budget.ExceededException("a text becomes too long");
            }
        }
        return joined.toString();
    }

    /** {@code %s} and {@code %d} stand for the values in turn, {@code %%} for a percent sign. */
    private static String format(String pattern, Iterable<?> values) {
        var formatted = new StringBuilder();
        var next = values.iterator();
        for (int at = 0; at < pattern.length(); at++) {
            var character = pattern.charAt(at);
            if (character != '%' || at + 1 == pattern.length()) {
                formatted.append(character);
            } else if (pattern.charAt(++at) == '%') {
                formatted.append('%');
            } else if (next.hasNext()) {
                formatted.append(next.next());
            } else {
                throw new IllegalArgumentException("format has fewer values than places");
            }
            Budget.checkSize(formatted.length() > Budget.LONGEST_TEXT ? formatted.toString() : "");
        }
        return formatted.toString();
    }

    private static Semver version(String text) {
        var version = Semver.parse(text);
        if (version == null) {
            throw new IllegalArgumentException("'" + text + "' is no version");
        }
        return version;
    }

    private static String host(String url) {
        var host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    private static String text(Object argument) {
        return (String) argument;
    }

    private static long whole(Object argument) {
        return (Long) argument;
    }

    private static Map<?, ?> map(Object argument) {
        return (Map<?, ?>) argument;
    }
}
