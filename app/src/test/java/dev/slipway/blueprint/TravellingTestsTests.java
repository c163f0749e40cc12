package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravellingTestsTests {

    @Test
    void aTestThatHoldsPasses() {
        assertThat(run("""
                name: the replicas are there
                parameters: {name: n, replicas: 3}
                expect:
                  - {resource: config, assert: "${resource.data.n == '3'}"}
                  - {claims: "${claims.pods == 0}"}
                  - {outputs: "${outputs.n == 3}"}
                """)).isEqualTo(List.of(new TestResult("tests/a.yaml", 1, "the replicas are there", true, "")));
    }

    @Test
    void aFailingTestExplainsItself() {
        var result = run("""
                name: more replicas
                parameters: {name: n, replicas: 3}
                expect: [{resource: config, assert: "${int(resource.data.n) > parameters.replicas}"}]
                """).get(0);

        assertThat(result.passed()).isFalse();
        assertThat(result.explanation())
                .contains(
                        "int(resource.data.n) > parameters.replicas is false",
                        "resource.data.n = \"3\"",
                        "parameters.replicas = 3");
    }

    @Test
    void refusalsAreExpectedByPathAndMessage() {
        assertThat(run("""
                name: nine are refused
                parameters: {name: n, replicas: 9}
                expectError: {path: replicas, message: at most 8}
                ---
                name: eight are not
                parameters: {name: n, replicas: 8}
                expectError: {path: replicas}
                ---
                name: wrong words
                parameters: {name: n, replicas: 9}
                expectError: {path: replicas, message: at most 7}
                """))
                .extracting(TestResult::passed, TestResult::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, 1),
                        org.assertj.core.groups.Tuple.tuple(false, 5),
                        org.assertj.core.groups.Tuple.tuple(false, 9));
    }

    @Test
    void parametersThatAreWrongFailATestThatExpectsMore() {
        var result = run("""
                name: nine
                parameters: {name: n, replicas: 9}
                expect: [{claims: "${claims.pods == 0}"}]
                """).get(0);

        assertThat(result.explanation()).isEqualTo("replicas: Replicas must be at most 8.");
    }

    @Test
    void factsCanBeGiven() {
        assertThat(run("""
                name: all of them
                parameters: {name: n}
                given:
                  metadata: {name: other}
                  team: {name: audit}
                  environment: {kind: prod, name: live}
                  cluster: {mig: true, gpu: false, apis: [x/v1/Y], region: mars}
                  models: {tiny: {kind: embedding, weightsBytes: 1}}
                expect:
                  - assert: "${metadata.name == 'other' && team.name == 'audit' && environment.kind == 'prod'}"
                  - assert: "${cluster.has('mig') && !cluster.has('gpu') && cluster.has('x/v1/Y') && cluster.region == 'mars'}"
                  - assert: "${models['tiny'].weightsBytes == 1}"
                """)).allMatch(TestResult::passed);
    }

    @Test
    void theStateFollowsFromLiveObjects() {
        assertThat(run("""
                name: ready
                parameters: {name: n}
                given: {live: {config: {}}}
                expect: [{state: Ready}]
                ---
                name: not there
                parameters: {name: n}
                expect: [{state: Provisioning, blocking: config}]
                ---
                name: wrongly expected
                parameters: {name: n}
                expect: [{state: Ready}]
                """))
                .extracting(TestResult::explanation)
                .containsExactly(
                        "", "", "Expected Ready, but it is Provisioning because of config. It does not exist.");
    }

    @Test
    void aFailingTestShowsWhatItsPartsCameToAndWhatIsRendered() {
        var result = run("""
                name: more replicas
                parameters: {name: n, replicas: 3}
                expect: [{resource: config, assert: "${parameters.debug || int(resource.data.n) + 1 > parameters.replicas * 2}"}]
                """).get(0);

        assertThat(result.explanation()).startsWith("""
                parameters.debug || int(resource.data.n) + 1 > parameters.replicas * 2 is false
                  int(resource.data.n) + 1 > parameters.replicas * 2 = false
                  int(resource.data.n) + 1 = 4
                  int(resource.data.n) = 3
                  parameters.replicas * 2 = 6
                  parameters.debug = false
                  resource.data.n = "3"
                  parameters.replicas = 3
                  rendered config:
                    apiVersion: v1
                    kind: ConfigMap
                """);
    }

    @Test
    void loopsAreExplainedAsTheyAreWritten() {
        var result = run("""
                name: a tag
                parameters: {name: n, tags: [x, y]}
                expect: [{resource: config, assert: "${parameters.tags.exists(t, t == 'z') && true}"}]
                """).get(0);

        assertThat(result.explanation()).contains("\n  parameters.tags.exists(t, t == \"z\") = false");
    }

    @Test
    void sharesAndWeightsCanBeGiven() {
        var files = new BlueprintFiles(Map.of("blueprint.yaml", Sketch.with("""
                weights: {main: {model: llama-3.1-8b-instruct}}
                shares: {gpu: {memory: 10Gi}}
                resources:
                  - id: config
                    template:
                      apiVersion: v1
                      kind: ConfigMap
                      metadata: {name: x}
                      data: {profile: "${shares.gpu.profile}", path: "${weights.main.path}"}
                """), "tests/a.yaml", """
                name: a slice
                parameters: {name: n}
                given: {shares: {gpu: {profile: 1g.20gb, mode: mig}}, weights: {main: {path: a/b}}}
                expect: [{resource: config, assert: "${resource.data == {'profile': '1g.20gb', 'path': 'a/b'}}"}]
                """));

        assertThat(BlueprintCompiler.unchecked().compile(files).orElseThrow().test(Sketch.FACTS))
                .allSatisfy(result -> assertThat(result.explanation()).isEmpty());
    }

    @Test
    void eachObjectOfAResourceWithForEachHasAStateOfItsOwn() {
        var blueprint = Sketch.with("""
                resources:
                  - id: part
                    forEach: [{n: "${range(2)}"}]
                    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "part-${n}"}}
                    readyWhen: ["${part.?data.?ready.orValue('') == 'yes'}"]
                """);
        var files = new BlueprintFiles(Map.of("blueprint.yaml", blueprint, "tests/a.yaml", """
                name: the second waits
                parameters: {name: n}
                given: {live: {part: [{data: {ready: "yes"}}, {}]}}
                expect: [{state: Provisioning, blocking: part}]
                ---
                name: the second is not there
                parameters: {name: n}
                given: {live: {part: [{data: {ready: "yes"}}]}}
                expect: [{state: Provisioning, blocking: part}]
                ---
                name: both are ready
                parameters: {name: n}
                given: {live: {part: [{data: {ready: "yes"}}, {data: {ready: "yes"}}]}}
                expect: [{state: Ready}]
                """));

        assertThat(BlueprintCompiler.unchecked().compile(files).orElseThrow().test(Sketch.FACTS))
                .allSatisfy(result -> assertThat(result.explanation()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            given: {environment: {kind: moon}}                 | SW-S004 | 3:29
            given: {environment: {kindd: prod}}                | SW-S001 | 3:23
            given: {environment: prod}                         | SW-S003 | 3:22
            given: {cluster: {mig: 1}}                         | SW-S001 | 3:19
            given: {live: {confg: {}}}                         | SW-T001 | 3:16
            given: {live: {config: there}}                     | SW-S003 | 3:24
            given: {shares: {gpu: {}}}                         | SW-T001 | 3:18
            given: {weather: good}                             | SW-S001 | 3:9
            expect: []                                         | SW-T001 | 1:1
            expect: [{state: Reddy}]                           | SW-S004 | 3:18
            expect: [{state: Ready, blocking: confg}]          | SW-T001 | 3:35
            expect: [{absent: confg}]                          | SW-T001 | 3:19
            expect: [{}]                                       | SW-T001 | 3:10
            expectError: {path: nam}                           | SW-T001 | 3:21
            """)
    void whatATestSaysIsChecked(String line, String code, String place) {
        var rest = line.startsWith("given") ? "\nexpect: [{state: Ready}]" : "";
        var files = new BlueprintFiles(Map.of(
                "blueprint.yaml",
                Sketch.with(),
                "tests/a.yaml",
                "name: x\nparameters: {name: n}\n" + line.strip() + rest));

        assertThat(BlueprintCompiler.unchecked().compile(files).diagnostics())
                .extracting(found -> "%s %d:%d".formatted(found.code(), found.line(), found.column()))
                .containsExactly(code + " " + place);
    }

    @Test
    void theAuthorsGuideTellsTheTruth() throws java.io.IOException {
        var guide = java.nio.file.Files.readString(java.nio.file.Path.of("../docs/blueprints.md"));
        var examples = java.util.regex.Pattern.compile("```yaml\n(.*?)```", java.util.regex.Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(match -> match.group(1))
                .toList();
        var compilation = new BlueprintCompiler()
                .compile(new BlueprintFiles(
                        Map.of("blueprint.yaml", examples.get(0), "tests/guide.yaml", examples.getLast())));

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.orElseThrow().test(Sketch.FACTS)).hasSize(2).allMatch(TestResult::passed);
    }

    private static List<TestResult> run(String tests) {
        var files = new BlueprintFiles(Map.of(
                "blueprint.yaml",
                Sketch.withData(
                        "n: \"${string(parameters.replicas)}\"", "outputs: {n: {value: \"${parameters.replicas}\"}}"),
                "tests/a.yaml",
                tests));
        return BlueprintCompiler.unchecked().compile(files).orElseThrow().test(Sketch.FACTS);
    }
}
