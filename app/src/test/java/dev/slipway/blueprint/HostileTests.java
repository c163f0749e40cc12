package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
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

    private static final Duration SOON = Duration.ofSeconds(5);

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
                        "SW-E008"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isRefusedSoon(String what, String text, String code) {
        var start = System.nanoTime();
        var diagnostics = Sketch.diagnostics(text);

        assertThat(diagnostics).as(what).isNotEmpty();
        assertThat(diagnostics.get(0).code()).as(diagnostics.toString()).startsWith(code);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    static Stream<Arguments> expressions() {
        var twelve = IntStream.range(0, 12)
                .mapToObj(i -> "  - {name: v%d, value: \"${variables.v%d + variables.v%d}\"}".formatted(i + 1, i, i))
                .collect(Collectors.joining("\n"));
        return Stream.of(
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
                  - {name: big, value: "${range(1000).map(i, range(20))}"}
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
