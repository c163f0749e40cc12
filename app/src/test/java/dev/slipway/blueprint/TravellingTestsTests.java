package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                        "", "", "Expected Ready, but it is Provisioning because of config: It does not exist..");
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
                        Map.of("blueprint.yaml", examples.get(0), "tests/guide.yaml", examples.get(1))));

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
        return new BlueprintCompiler().compile(files).orElseThrow().test(Sketch.FACTS);
    }
}
