package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.source.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault each; the place of the fault is marked in the text with {@code ▶}. */
class DiagnosticsTests {

    /** Codes that only arise when something is rendered. */
    private static final Set<Code> AT_RUN_TIME = Set.of(Code.X001, Code.X002, Code.X003, Code.X004);

    record Fault(String code, String message, String text) {
        @Override
        public String toString() {
            return code + ": " + message;
        }
    }

    static Stream<Fault> faults() {
        var faults = new ArrayList<Fault>();
        faults.add(new Fault("SW-Y001", "This is not YAML", Sketch.with("tags: [a, b\nform▶: {}")));
        faults.add(new Fault(
                "SW-Y001", "an escape names no character", data("x: \"\\u▶").stripTrailing()));
        faults.add(new Fault(
                "SW-Y002", "nested too deeply", Sketch.with("tags: " + "[".repeat(62) + "▶[" + "]".repeat(63))));
        faults.add(new Fault("SW-Y003", "stands here twice", Sketch.with("category: rag\n▶category: other")));
        faults.add(new Fault(
                "SW-Y004",
                "leads back to itself",
                Sketch.with("tags: &t [a, ▶*t]").replace("▶*t", "*t")));
        faults.add(new Fault("SW-Y005", "not a number of 64 bits", data("x: ▶99999999999999999999")));
        faults.add(new Fault("SW-Y005", "A key must be text", data("? ▶[a]\n: b")));
        faults.add(new Fault(
                "SW-S001", "There is no field 'categry' here. Did you mean 'category'?", Sketch.with("▶categry: rag")));
        faults.add(
                new Fault("SW-S001", "'minmum' is no keyword", parameter("n: {type: integer, title: N, ▶minmum: 1}")));
        faults.add(new Fault("SW-S002", "'title' is missing", Sketch.with("form: {steps: [▶{fields: [name]}]}")));
        faults.add(new Fault("SW-S003", "must be a list", Sketch.with("tags: ▶llm")));
        faults.add(new Fault("SW-S003", "must be text", Sketch.with("icon: x").replace("icon: x", "category: ▶7")));
        faults.add(new Fault("SW-S004", "'ragg' is none of", Sketch.with("category: ▶ragg")));
        faults.add(new Fault(
                "SW-S004", "not a semantic version", Sketch.with().replace("version: 1.0.0", "version: ▶1.0.x")));
        faults.add(new Fault("SW-S004", "A deadline looks like", resource("deadline: ▶soon")));
        faults.add(new Fault("SW-S005", "two resources called 'a'", resources(config("a"), config("▶a"))));
        faults.add(new Fault(
                "SW-S005", "two variables", Sketch.with("variables: [{name: a, value: 1}, {name: ▶a, value: 2}]")));
        faults.add(new Fault("SW-S006", "means something else", resources(config("▶parameters"))));
        faults.add(new Fault("SW-S006", "cannot be the name of a resource", resources(config("▶my-config"))));
        faults.add(new Fault(
                "SW-S007", "'tags' has more than 200 entries", Sketch.with("tags: [" + "a, ".repeat(200) + "▶b]")));
        faults.add(new Fault("SW-P001", "'type' is not right", parameter("n: {title: N, type: ▶integr}")));
        faults.add(new Fault(
                "SW-P001",
                "'nam' is required but is no property. Did you mean 'name'?",
                Sketch.with("""
                parameters:
                  type: object
                  required: [▶nam]
                  properties: {name: {type: string, title: Name}}
                """).replace("[▶nam]", "▶[nam]")));
        faults.add(new Fault(
                "SW-P002",
                "The default does not fit",
                parameter("n: {type: integer, title: N, maximum: 3, default: ▶4}")));
        faults.add(new Fault(
                "SW-P003",
                "not the name of a definition",
                parameter("n: {title: N, $ref: ▶'http://elsewhere/schema'}")));
        faults.add(new Fault("SW-P003", "leads back to itself", Sketch.with("""
                parameters:
                  type: object
                  $defs:
                    a: {type: object, properties: {b: {$ref: ▶'#/$defs/a'}}}
                  properties: {a: {title: A, $ref: '#/$defs/a'}}
                """)));
        faults.add(new Fault(
                "SW-P004",
                "no parameter 'nme'. Did you mean 'name'?",
                Sketch.with("form: {steps: [{title: A, fields: [▶nme]}]}")));
        faults.add(new Fault(
                "SW-P005",
                "stands in no step",
                Sketch.with("form: ▶{steps: [{title: A, fields: [name, replicas, ratio, debug, tags]}]}")));
        faults.add(new Fault("SW-P006", "has no title", parameter("n: ▶{type: integer}")));
        faults.add(new Fault(
                "SW-P007",
                "Replicas must be at most 8",
                Sketch.with("presets: [{name: a, parameters: {replicas: ▶9}}]")));
        faults.add(new Fault("SW-P008", "linear time", parameter("n: {type: string, title: N, pattern: ▶'(?=a)b'}")));
        faults.add(new Fault("SW-E001", "cannot be read", data("x: \"${parameters.name +▶}\"")));
        faults.add(new Fault(
                "SW-E002",
                "There is no name 'paramters'. Did you mean 'parameters'?",
                data("x: \"${▶paramters.name}\"")));
        faults.add(new Fault("SW-E002", "no function 'mrge'", data("x: \"${▶mrge({}, {})}\"")));
        faults.add(new Fault(
                "SW-E003",
                "'parameters' has no 'replcas'. Did you mean 'replicas'?",
                data("x: \"a ${ parameters.▶replcas }\"")));
        faults.add(new Fault(
                "SW-E003",
                "'shares' has no 'servr'. Did you mean 'server'?",
                Sketch.withData(
                        "x: \"${shares.▶servr.profile}${shares.server.profile}\"", "shares: {server: {memory: 1Gi}}")));
        faults.add(new Fault(
                "SW-E003",
                "There is no parameter 'nme'",
                Sketch.with("validations: [{rule: \"${true}\", message: M, path: ▶nme}]")));
        faults.add(new Fault("SW-E004", "'+' does not go with (string, int)", data("x: \"${parameters.name ▶+ 1}\"")));
        faults.add(new Fault("SW-E004", "Both branches", data("x: \"${parameters.debug ▶? 1 : 'a'}\"")));
        faults.add(
                new Fault(
                        "SW-E005",
                        "'config' is not known in includeWhen",
                        resources(
                                config("config"),
                                "  - {id: b, includeWhen: [\"${▶config.status.x}\"], template: {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}}")));
        faults.add(new Fault(
                "SW-E005",
                "'config' is not known in a template of this resource",
                data("x: \"${▶config.metadata.name}\"")));
        faults.add(new Fault("SW-E006", "'note' may be absent", data("x: \"${parameters.▶note}\"")));
        faults.add(new Fault("SW-E007", "true or false, not text", resource("readyWhen: [\"${▶parameters.name}\"]")));
        faults.add(new Fault(
                "SW-E007",
                "a whole number",
                Sketch.withData("x: \"${shares.a.profile}\"", "shares: {a: {memory: 1Gi, count: ▶two}}")));
        faults.add(new Fault(
                "SW-E008",
                "too long or too deeply nested",
                data("x: \"${▶" + "(".repeat(60) + "1" + ")".repeat(60) + "}\"")));
        faults.add(new Fault(
                "SW-E008",
                "nested more than 4 deep",
                data("x: \"${▶[1].all(a, [1].all(b, [1].all(c, [1].all(d, [1].all(e, true)))))}\"")));
        faults.add(new Fault("SW-E009", "Here must be text", data("x: \"a ${▶parameters.tags}\"")));
        faults.add(new Fault("SW-E010", "not closed", data("x: \"a ▶${parameters.name\"")));
        faults.add(new Fault("SW-E011", "not google.protobuf.Duration", data("x: \"${▶duration('1s')}\"")));
        faults.add(new Fault("SW-E012", "A key cannot be computed", data("▶\"${parameters.name}\": b")));
        faults.add(new Fault(
                "SW-E013",
                "This always fails: Function 'quantity.bytes' failed with arg(s) '4GB'.",
                data("x: \"${string(quantity.bytes(▶'4GB'))}\"")));
        faults.add(new Fault(
                "SW-E013", "RE2 does not take this pattern", data("x: \"${string(parameters.name.matches(▶'(a'))}\"")));
        faults.add(new Fault(
                "SW-R001",
                "a → b → a",
                Sketch.with(
                        "variables: [{name: ▶a, value: \"${variables.b}\"}, {name: b, value: \"${variables.a}\"}]")));
        faults.add(new Fault(
                "SW-R002",
                "Resources refer to each other in a circle: a → b → a",
                resources(config("▶a", "x: \"${b.metadata.name}\""), config("b", "x: \"${a.metadata.name}\""))));
        faults.add(new Fault(
                "SW-R003", "may not create Secret of v1. Declare it under spec.secrets", kind("v1", "▶Secret")));
        faults.add(
                new Fault("SW-R003", "may not create Deployment of apps/v1beta1", kind("apps/v1beta1", "▶Deployment")));
        faults.add(new Fault("SW-R004", "belongs to the whole cluster", kind("v1", "▶Namespace")));
        faults.add(
                new Fault(
                        "SW-R005",
                        "Slipway sets the namespace",
                        resources(
                                "  - {id: a, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ▶other}}}")));
        faults.add(
                new Fault(
                        "SW-R006",
                        "must contain 'n'",
                        resources(
                                "  - {id: a, forEach: [{n: \"${range(2)}\"}], template: {apiVersion: v1, kind: ConfigMap, metadata: {name: ▶a}}}")));
        faults.add(new Fault(
                "SW-R007",
                "metadata.name is missing",
                resources("  - {id: a, template: ▶{apiVersion: v1, kind: ConfigMap}}")));
        faults.add(
                new Fault(
                        "SW-R007",
                        "written as text",
                        resources(
                                "  - {id: a, template: ▶{apiVersion: v1, kind: \"${parameters.name}\", metadata: {name: a}}}")));
        faults.add(
                new Fault(
                        "SW-R008",
                        "must be known beforehand",
                        resources(
                                config("config"),
                                "  - {id: b, template: {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}, spec: {replicas: \"${▶config.data.n}\"}}}")));
        faults.add(new Fault(
                "SW-R009",
                "'b' refers to 'a', which may be left out",
                resources(
                        "  - {id: a, includeWhen: [\"${parameters.debug}\"], template: {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}}",
                        config("b", "x: \"${▶a.metadata.name}\""))));
        faults.add(new Fault("SW-R010", "No resource uses shares.a", Sketch.with("shares: {▶a: {memory: 1Gi}}")));
        faults.add(new Fault(
                "SW-R011",
                "Ask for 'nvidia.com/gpu' under spec.shares",
                pod("resources: {limits: {nvidia.com/gpu: ▶1}}")));
        faults.add(new Fault("SW-R012", "every GPU", pod("env: [{name: ▶NVIDIA_VISIBLE_DEVICES, value: all}]")));
        faults.add(new Fault(
                "SW-R013",
                "'b' makes the same ConfigMap as 'a': give it another name.",
                resources(
                        "  - {id: a, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}}",
                        "  - {id: b, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: ▶c}}}")));
        faults.add(new Fault(
                "SW-N001",
                "'confg' is no workload",
                Sketch.with("network: {ingress: [{to: ▶confg, port: 80, from: team}]}")));
        faults.add(new Fault(
                "SW-O001",
                "There is no secret 'ky'. Did you mean 'key'?",
                Sketch.with(
                        "secrets: {key: {token: {bytes: 32}}}",
                        "outputs: {k: {secretRef: {secret: ▶ky, key: token}}}")));
        return faults.stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsSaidAtItsPlace(Fault fault) {
        var marked = Arrays.asList(fault.text().split("\n", -1));
        var diagnostics = Sketch.diagnostics(fault.text().replace("▶", ""));
        var line = line(marked);

        assertThat(diagnostics).as(fault.text()).isNotEmpty();
        var found = diagnostics.get(0);
        assertThat(found.code()).as(diagnostics.toString()).isEqualTo(fault.code());
        assertThat(found.message()).contains(fault.message());
        if (line > 0) {
            assertThat(List.of(found.line(), found.column()))
                    .as("line, column of %s in%n%s", found, fault.text())
                    .isEqualTo(List.of(line, marked.get(line - 1).indexOf('▶') + 1));
        }
        assertThat(diagnostics).as("nothing but the one fault").hasSize(1);
    }

    private static int line(List<String> marked) {
        for (int i = 0; i < marked.size(); i++) {
            if (marked.get(i).contains("▶")) {
                return i + 1;
            }
        }
        return 0;
    }

    @Test
    void everyCodeHasAFault() {
        var covered = faults().map(Fault::code).collect(Collectors.toCollection(HashSet::new));
        covered.add(Code.T001.text());
        covered.add(Code.K010.text()); // only somebody who knows clusters can tell: ConformityTests
        ConformityTests.faults().map(Fault::code).forEach(covered::add);

        assertThat(Arrays.stream(Code.values())
                        .filter(code -> !AT_RUN_TIME.contains(code))
                        .map(Code::text))
                .allMatch(covered::contains);
    }

    @Test
    void theAuthorsGuideExplainsEveryCode() throws java.io.IOException {
        var guide = java.nio.file.Files.readString(java.nio.file.Path.of("../docs/blueprints.md"));

        assertThat(Arrays.stream(Code.values()).map(Code::text))
                .allSatisfy(code -> assertThat(guide).contains("| " + code + " |"));
    }

    @Test
    void aFaultInATestIsSaidInItsFile() {
        var files = new BlueprintFiles(
                Map.of(
                        "blueprint.yaml",
                        Sketch.with(),
                        "tests/a.yaml",
                        "name: a\nparameters: {nme: x}\nexpect:\n  - {resource: config, assert: \"${resource.data.x == paramters.y}\"}\n  - {resource: confg, assert: \"${true}\"}\n"));
        var diagnostics = new BlueprintCompiler().compile(files).diagnostics();

        assertThat(diagnostics)
                .extracting(Diagnostic::file, Diagnostic::line, Diagnostic::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("tests/a.yaml", 2, "SW-T001"),
                        org.assertj.core.groups.Tuple.tuple("tests/a.yaml", 4, "SW-E002"),
                        org.assertj.core.groups.Tuple.tuple("tests/a.yaml", 5, "SW-T001"));
    }

    @Test
    void theFixIsWhatToWriteInstead() {
        assertThat(Sketch.diagnostics(data("x: \"${parameters.note}\"")).get(0).fix())
                .contains("parameters.?note");
        assertThat(Sketch.diagnostics(data("x: \"${parameters.replcas}\""))
                        .get(0)
                        .fix())
                .contains("replicas");
        assertThat(Sketch.diagnostics(Sketch.with("categry: rag")).get(0).fix()).contains("category");
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void theColumnIsThatOfTheExpressionWhateverTheScalar(String data, int line, int column) {
        var before = (int) data("").lines().count();
        var found = Sketch.diagnostics(data(data)).get(0);

        assertThat(found.code()).isEqualTo("SW-E002");
        assertThat(List.of(found.line() - before, found.column() - 10)).isEqualTo(List.of(line, column));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> scalars() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of("x: ${nosuch}", 1, 6),
                org.junit.jupiter.params.provider.Arguments.of("x: '${nosuch}'", 1, 7),
                org.junit.jupiter.params.provider.Arguments.of("x: 'it''s ${nosuch}'", 1, 13),
                org.junit.jupiter.params.provider.Arguments.of("x: \"\\u0041\\n${nosuch}\"", 1, 15),
                org.junit.jupiter.params.provider.Arguments.of("x: |\n  first\n  a ${nosuch}", 3, 7),
                org.junit.jupiter.params.provider.Arguments.of("x: >-\n\n    a\n    ${nosuch}", 4, 7),
                org.junit.jupiter.params.provider.Arguments.of("x: \"${1 +\n   nosuch}\"", 2, 4));
    }

    private static String data(String data) {
        return Sketch.withData(data);
    }

    private static String parameter(String property) {
        return Sketch.with("parameters:\n  type: object\n  properties:\n    " + property + "\n");
    }

    private static String resources(String... resources) {
        return Sketch.with("resources:\n" + String.join("\n", resources) + "\n");
    }

    private static String resource(String more) {
        return resources(config("config") + "\n    " + more);
    }

    private static String config(String id) {
        return config(id, "x: y");
    }

    private static String config(String id, String data) {
        return "  - id: " + id + "\n    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "
                + id.replace("▶", "").toLowerCase(java.util.Locale.ROOT) + "}, data: {" + data + "}}";
    }

    private static String kind(String apiVersion, String kind) {
        return resources(
                "  - {id: a, template: {apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: a}}}");
    }

    private static String pod(String container) {
        return resources(
                "  - {id: a, template: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, "
                        + container + "}]}}}");
    }
}
