package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a blueprint, it is answered soon and in little memory. */
class HostileTests {

    /** Of the processor, so that whatever else the machine does counts for nothing; a second is what it should be. */
    private static final Duration SOON = Duration.ofSeconds(3);

    /** Of all that is allocated, however soon it is free again: what is held at one time is less. */
    private static final long LITTLE = 100_000_000;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeAll
    static void warmUp() {
        Sketch.diagnostics(Sketch.withData("x: \"${parameters.name}\""));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("ten megabytes", "a".repeat(10_000_000), "SW-Y002"),
                Arguments.of("deep flow nesting", "[".repeat(100_000), "SW-Y002"),
                Arguments.of("deep block nesting", deepBlocks(), "SW-Y002"),
                Arguments.of("a billion laughs", laughs(), "SW-Y002"),
                Arguments.of("a cyclic anchor", "&a [*a]", "SW-Y004"),
                Arguments.of("a cyclic anchor in a mapping", "spec: &a {x: *a}", "SW-Y004"),
                Arguments.of("a mapping merged into itself", "a: &a {<<: *a}", "SW-Y005"),
                Arguments.of("the same by its tag", "a: &a {!!merge x: *a}", "SW-Y001"),
                Arguments.of("many small parts", "[" + "1,".repeat(100_000) + "1]", "SW-Y002"),
                Arguments.of("control characters", "a: \"\u0000\"", "SW-Y001"),
                Arguments.of("no mapping", "just text", "SW-S003"),
                Arguments.of("nothing", "   \n", "SW-Y001"),
                Arguments.of("a tag of Java", "a: !!java.net.URL [x]", "SW-"),
                Arguments.of("schema laughs", schemaLaughs(), "SW-P003"),
                Arguments.of(
                        "a deep expression",
                        Sketch.withData("x: \"${" + "[".repeat(500) + "]".repeat(500) + "}\""),
                        "SW-E008"),
                Arguments.of("a long expression", Sketch.withData("x: \"${1" + "+1".repeat(6_000) + "}\""), "SW-E008"),
                Arguments.of(
                        "nested loops",
                        Sketch.withData("x: \"${range(99).map(a, range(99).map(b, range(99).map(c, range(99).map(d,"
                                + " range(99).map(e, e)))))}\""),
                        "SW-E008"),
                Arguments.of(
                        "thousands of variables",
                        many("variables:", 3_000, "  - {name: v#, value: \"${parameters.name + '#'}\"}"),
                        "SW-S007"),
                Arguments.of(
                        "a long circle of variables",
                        many("variables:", 3_000, "  - {name: v#, value: \"${variables.v#0 + 'x'}\"}"),
                        "SW-E003"),
                Arguments.of(
                        "thousands of resources",
                        many(
                                "resources:",
                                1_500,
                                "  - {id: r#, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: \"${parameters.name}\"}}}"),
                        "SW-S007"),
                Arguments.of(
                        "thousands of loops",
                        many(
                                "resources:",
                                1_500,
                                "  - {id: r#, forEach: [{n: \"${range(2)}\"}], template: {apiVersion: v1, kind: ConfigMap, metadata: {name: \"x-${n}\"}}}"),
                        "SW-S007"),
                Arguments.of(
                        "thousands of parameters",
                        many(
                                "parameters:\n  type: object\n  properties:",
                                3_000,
                                "    p#: {type: integer, title: P, default: x}"),
                        "SW-P003"),
                Arguments.of(
                        "thousands of presets",
                        many("presets:", 2_000, "  - {name: p#, parameters: {name: x}}"),
                        "SW-S007"),
                Arguments.of(
                        "thousands of outputs",
                        many("outputs:", 5_000, "  o#: {value: \"${parameters.name + '#'}\"}"),
                        "SW-S007"),
                Arguments.of("thousands of secrets", many("secrets:", 2_000, "  s#: {k: {bytes: 32}}"), "SW-S007"),
                Arguments.of(
                        "thousands of expressions in one text",
                        Sketch.withData("x: \"" + repeated(6_000, "${parameters.name + '#'}") + "\""),
                        "SW-S007"),
                Arguments.of(
                        "the same expression ten thousand times",
                        Sketch.withData("x: \"" + "${parameters.name}".repeat(10_000) + "\""),
                        "SW-S007"),
                Arguments.of(
                        "much in every expression",
                        Sketch.withData(repeated(90, "x#: \"${[" + "1,".repeat(950) + "#]}\"\n")),
                        "SW-S007"),
                Arguments.of(
                        "patterns that unfold",
                        many(
                                "parameters:\n  type: object\n  properties:",
                                200,
                                "    p#: {type: string, title: P, default: aaa, pattern: '((x{0,90}){0,9})*'}"),
                        "SW-P008"),
                Arguments.of(
                        "choices of choices",
                        Sketch.with("parameters: {type: object, properties: {x: {title: X, default: 1, "
                                + "anyOf: [{".repeat(25) + "type: string" + "}]".repeat(25) + "}}}"),
                        "SW-P002"),
                Arguments.of(
                        "one text in ten thousand places",
                        Sketch.withData(
                                "a: &a \"" + "${parameters.name}".repeat(100) + "\"\n" + repeated(4_000, "a#: *a\n")),
                        "SW-S007"));
    }

    private static String many(String section, int number, String entry) {
        return Sketch.with(section + "\n" + repeated(number, entry + "\n"));
    }

    private static String repeated(int number, String entry) {
        return IntStream.range(0, number)
                .mapToObj(i -> entry.replace("#", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isRefusedSoonAndInLittleMemory(String what, String text, String code) {
        var start = THREAD.getCurrentThreadCpuTime();
        var allocated = THREAD.getCurrentThreadAllocatedBytes();
        var diagnostics = Sketch.diagnostics(text);
        var bytes = THREAD.getCurrentThreadAllocatedBytes() - allocated;
        var time = Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - start);

        assertThat(diagnostics).as(what).isNotEmpty();
        assertThat(diagnostics).extracting(Diagnostic::code).anyMatch(found -> found.startsWith(code));
        assertThat(time).isLessThan(SOON);
        assertThat(bytes).isLessThan(LITTLE);
    }

    @Test
    void thousandsOfTestsAreRefused() {
        var tests = repeated(3_000, "---\nname: n#\nexpect: [{assert: \"${parameters.name == '#'}\"}]\n");
        var files = new BlueprintFiles(Map.of("blueprint.yaml", Sketch.with(), "tests/a.yaml", tests));
        var allocated = THREAD.getCurrentThreadAllocatedBytes();

        var diagnostics = new BlueprintCompiler().compile(files).diagnostics();

        assertThat(diagnostics).extracting(Diagnostic::code).containsExactly("SW-S007");
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - allocated).isLessThan(LITTLE);
    }

    @Test
    void megabytesOfTestsAreRefused() {
        var files = new TreeMap<String, String>(Map.of("blueprint.yaml", Sketch.with()));
        for (int i = 0; i < 100; i++) {
            files.put("tests/" + i + ".yaml", "#".repeat(200_000));
        }

        assertThat(new BlueprintCompiler()
                        .compile(new BlueprintFiles((Map<String, String>) files))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("SW-Y002");
    }

    static Stream<Arguments> expressions() {
        var twelve = IntStream.range(0, 12)
                .mapToObj(i -> "  - {name: v%d, value: \"${variables.v%d + variables.v%d}\"}".formatted(i + 1, i, i))
                .collect(Collectors.joining("\n"));
        var loops = IntStream.range(0, 150)
                .mapToObj(
                        "  - {name: h%d, value: \"${range(95).map(a, range(95).map(b, '%%d'.format([a*b]))).size()}\"}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        return Stream.of(
                Arguments.of("many loops, each within its bounds", "variables.h149", "variables:\n" + loops + "\n"),
                Arguments.of("a huge range", "size(range(1000000000))", ""),
                Arguments.of(
                        "a billion iterations",
                        "range(1000).map(a, range(1000).map(b, range(1000).map(c, a + b + c)))[0][0][0]",
                        ""),
                Arguments.of(
                        "text that doubles",
                        "size(variables.v12)",
                        "variables:\n  - {name: v0, value: \"" + "x".repeat(2_000) + "\"}\n" + twelve + "\n"),
                Arguments.of(
                        "replacing much by much",
                        "size(variables.t.replace('x', variables.t))",
                        "variables:\n  - {name: t, value: \"" + "x".repeat(60_000) + "\"}\n"),
                Arguments.of(
                        "joining with much",
                        "size(range(1000).map(i, 'x').join(variables.t))",
                        "variables:\n  - {name: t, value: \"" + "x".repeat(60_000) + "\"}\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void isStoppedSoon(String what, String expression, String variables) {
        var text = Sketch.withData("x: \"${" + expression + "}\"", variables);
        var start = System.nanoTime();

        assertThatThrownBy(() -> Sketch.render(text, Map.of()))
                .as(what)
                .isInstanceOf(EvaluationException.class)
                .extracting(e -> ((EvaluationException) e).code())
                .isIn("SW-X002", "SW-X003");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    @Test
    void aPatternThatWouldBacktrackForEverDoesNot() {
        var text = Sketch.with("""
                parameters:
                  type: object
                  properties: {name: {type: string, title: Name, pattern: '^(a+)+$'}}
                """);
        var start = System.nanoTime();

        var check = Sketch.blueprint(text).check(Map.of("name", "a".repeat(50_000) + "!"), Sketch.FACTS);

        assertThat(check.errors()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    @Test
    void aRenderThatGrowsWithoutEndIsStopped() {
        var text = Sketch.with("""
                variables:
                  - {name: big, value: "${range(100).map(i, range(30))}"}
                resources:
                  - id: many
                    forEach: [{n: "${range(100)}"}]
                    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "m-${n}"}, data: "${{'x': variables.big}}"}
                """);

        assertThatThrownBy(() -> Sketch.render(text, Map.of()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void tooManyObjectsAreRefused() {
        var text = Sketch.with("""
                resources:
                  - id: many
                    forEach: [{a: "${range(100)}"}, {b: "${range(100)}"}]
                    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "m-${a}-${b}"}}
                """);

        assertThatThrownBy(() -> Sketch.render(text, Map.of()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("more than 200 objects");
    }

    private static String deepBlocks() {
        return IntStream.range(0, 400).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
    }

    private static String laughs() {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        return text.toString();
    }

    private static String schemaLaughs() {
        var definitions = new StringBuilder("    d0: {type: string}\n");
        for (int i = 1; i < 20; i++) {
            definitions.append(
                    "    d%d: {type: object, properties: {a: {$ref: '#/$defs/d%d'}, b: {$ref: '#/$defs/d%d'}}}\n"
                            .formatted(i, i - 1, i - 1));
        }
        return Sketch.with("parameters:\n  type: object\n  $defs:\n" + definitions
                + "  properties: {x: {title: X, $ref: '#/$defs/d19'}}\n");
    }
}
