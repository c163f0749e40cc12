package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTests {

    @Test
    void anExpressionAloneKeepsItsType() {
        assertThat(Sketch.data("""
                whole: "${parameters.replicas}"
                number: "${parameters.ratio}"
                truth: ${parameters.debug}
                list: "${parameters.tags}"
                map: "${{'a': 1}}"
                """))
                .isEqualTo(Map.of(
                        "whole", 2L, "number", 0.5, "truth", false, "list", List.of("a", "b"), "map", Map.of("a", 1L)));
    }

    @Test
    void withinTextEveryPartIsJoined() {
        assertThat(Sketch.data("text: \"n=${parameters.replicas} d=${parameters.debug} r=${parameters.ratio}\""))
                .isEqualTo(Map.of("text", "n=2 d=false r=0.5"));
    }

    @Test
    void twoDollarsAreALiteral() {
        assertThat(Sketch.data("text: \"$${HOME} and $${parameters.name} but ${parameters.name}\""))
                .isEqualTo(Map.of("text", "${HOME} and ${parameters.name} but n"));
    }

    @Test
    void bracesAndQuotesWithinAnExpressionDoNotEndIt() {
        assertThat(Sketch.data("text: \"${'}' + {'a': '{'}['a'] + \\\"}\\\"}!\""))
                .isEqualTo(Map.of("text", "}{}!"));
    }

    @Test
    void valuesArePlacedAsDataAndNeverReadAgain() {
        var rendering = Sketch.render(
                Sketch.withData("text: \"${parameters.name}\"\nmore: \"<${parameters.name}>\""),
                Map.of("name", "${metadata.namespace}\nkind: Secret"));

        assertThat(Sketch.resource(rendering, "config").manifest().get("data"))
                .isEqualTo(Map.of(
                        "text",
                        "${metadata.namespace}\nkind: Secret",
                        "more",
                        "<${metadata.namespace}\nkind: Secret>"));
    }

    @Test
    void whatMayBeAbsentIsLeftOutWhereItIs() {
        assertThat(Sketch.data("""
                note: "${parameters.?note}"
                list: ["${parameters.?note}", x]
                other: "${parameters.?note.orValue('none')}"
                """)).isEqualTo(Map.of("list", List.of("x"), "other", "none"));
    }

    @Test
    void variablesAreKnownInAnyOrderWithTheirTypes() {
        assertThat(Sketch.data("sum: \"${variables.b + 1}\"", """
                variables:
                  - {name: b, value: "${variables.a * 2}"}
                  - {name: a, value: "${parameters.replicas}"}
                """)).isEqualTo(Map.of("sum", 5L));
    }

    @Test
    void aVariableThatFailsMattersOnlyToWhoReadsIt() {
        var text = """
                variables:
                  - {name: bad, value: "${1 / 0}"}
                """;

        assertThat(Sketch.data("x: y", text)).isEqualTo(Map.of("x", "y"));
        assertThatThrownBy(() -> Sketch.data("x: \"${variables.bad}\"", text))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("by zero");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            size(range(3)) | 3
            range(3).map(i, i * 2)[2] | 4
            merge({'a': {'x': 1}}, {'a': {'y': 2}})['a'] == {'x': 1, 'y': 2} | true
            digest({'a': 1, 'b': 2}) == digest({'b': 2, 'a': 1}) | true
            size(digest('x')) | 10
            json({'b': 1, 'a': [true]}) | {"a":[true],"b":1}
            'a-b-c'.replace('-', '+') | a+b+c
            ['a', 'b'].join(', ') | a, b
            '%s of %d%%'.format(['x', 3]) | x of 3%
            quantity.bytes('1.5Gi') | 1610612736
            quantity.millis('250m') | 250
            quantity.mebibytes(1048577) | 2Mi
            semver.compare('1.10.0', '1.9.0') | 1
            semver.matches('1.4.2', '>=1.3.0 <2.0.0') | true
            url.host('http://a.example:8000/v1') | a.example
            url.port('http://a.example:8000/v1') | 8000
            url.encode('a b') | a+b
            cluster.has('apps/v1/Deployment') && !cluster.has('x/v1/Y') | true
            cluster.has('gpu') | true
            math.greatest(1, 3, 2) | 3
            base64.encode(b'ok') | b2s=
            sets.contains(['a', 'b'], ['b']) | true
            [3, 1, 2].sort()[0] | 1
            'A-b'.lowerAscii().split('-')[0] | a
            models['bge-m3'].kind | embedding
            sizing.inferenceVram(models['llama-3.1-8b-instruct'], 8192) | 25003303822
            sizing.inferenceVram(models['llama-3.1-8b-instruct'], 8192, 1) | 21424164408
            sizing.loraVram(models['llama-3.1-8b-instruct'], 2048, 1) | 22925173391
            environment.kind + '/' + team.name + '/' + user.name | dev/claims/mira.okafor
            parameters.replicas > 1.5 | true
            """)
    void functionsAreThere(String expression, String expected) {
        var yaml = "x: '${" + expression.replace("'", "''") + "}'";

        assertThat(String.valueOf(Sketch.data(yaml).get("x"))).isEqualTo(expected);
    }

    @Test
    void theSameInputGivesTheSameHash() {
        var text = Sketch.withData("a: \"${parameters.name}\"");

        assertThat(Sketch.fingerprint(text, Map.of(), Sketch.FACTS))
                .isEqualTo(Sketch.fingerprint(text, Map.of(), Sketch.FACTS))
                .isNotEqualTo(Sketch.fingerprint(text, Map.of("name", "m"), Sketch.FACTS));
    }
}
