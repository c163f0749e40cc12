package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.completion.Completions;
import dev.slipway.blueprint.completion.Proposal;
import dev.slipway.blueprint.completion.Proposals;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bar stands for the cursor. */
class CompletionsTests {

    private static final Completions COMPLETIONS = new Completions(KubernetesSchemas.builtIn());
    private static final String WHOLE = """
            apiVersion: slipway.dev/v1
            kind: Blueprint
            metadata: {name: hello}
            spec:
              version: 1.0.0
              title: Hello
              summary: One page
              category: other
              owner: ai-platform
              parameters:
                type: object
                required: [greeting]
                properties:
                  greeting: {type: string, title: Greeting}
                  replicas: {type: integer, title: Replicas, default: 1}
                  note: {type: string, title: Note}
              variables:
                - {name: twice, value: "${parameters.replicas * 2}"}
              secrets:
                access: {token: {generate: hex}}
              resources:
                - id: page
                  template:
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${metadata.name}"}
                    data: {index: "${parameters.greeting}"}
                - id: server
                  forEach: [{n: "${range(2)}"}]
                  template:
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: "${metadata.name}-${string(n)}"}
                    spec:
                      replicas: ${parameters.replicas}
                      template:
                        spec:
                          containers:
                            - name: web
                              image: nginx
                              imagePullPolicy: Always
                  readyWhen: ["${server.status.?availableReplicas.orValue(0) > 0}"]
              network:
                ingress: [{to: server, port: 80, from: gateway}]
            """;

    @Test
    void theSectionsOfASpecAreProposedButThoseThatAreThere() {
        assertThat(labels(after("  owner: ai-platform\n", "  |\n")))
                .contains("support", "presets", "outputs")
                .doesNotContain("title", "apiVersion");
    }

    @Test
    void aFieldIsWrittenWithItsColon() {
        var proposals = at(after("  owner: ai-platform\n", "  supp|\n"));
        assertThat(proposals.proposals()).extracting(Proposal::text).containsExactly("support:");
        assertThat(proposals.from()).isEqualTo(2);
    }

    @Test
    void aLineThatKeepsTheTextFromBeingYamlHidesNothing() {
        assertThat(labels(
                        instead("    metadata: {name: \"${metadata.name}\"}", "    metadata: {name: \"${parameters.|")))
                .contains("greeting", "replicas");
    }

    @Test
    void fewWordsAreProposedAsValues() {
        assertThat(labels(instead("category: other", "category: |")))
                .contains("inference", "rag")
                .hasSize(8);
        assertThat(labels(instead("from: gateway", "from: g|"))).containsExactly("gateway");
    }

    @Test
    void keywordsOfASchemaAreProposedWithinBraces() {
        assertThat(labels(instead("title: Greeting}", "title: Greeting, ma|}")))
                .startsWith("maximum", "maxLength", "maxItems");
    }

    @Test
    void parametersAreProposedByName() {
        assertThat(labels(instead("required: [greeting]", "required: [greeting, |]")))
                .containsExactly("greeting", "replicas", "note");
    }

    @Test
    void whatMayBeAbsentIsReadWithAQuestionMark() {
        var proposals =
                at(instead("\"${parameters.greeting}\"", "\"${parameters.|}\"")).proposals();
        assertThat(proposals).extracting(Proposal::text).contains("greeting", "replicas", "?note");
        assertThat(labels(instead("\"${parameters.greeting}\"", "\"${parameters.?n|}\"")))
                .startsWith("note");
    }

    @Test
    void anExpressionStartsWithWhatIsKnownWhereItStands() {
        assertThat(labels(instead("\"${parameters.greeting}\"", "\"${|}\"")))
                .contains("parameters", "variables", "secrets", "server", "metadata", "merge", "sizing.inferenceVram")
                .doesNotContain("page", "n", "orValue", "old");
        assertThat(labels(instead("${string(n)}", "${|}"))).contains("n", "page");
        assertThat(labels(instead("\"${range(2)}\"", "\"${|}\"")))
                .contains("parameters")
                .doesNotContain("secrets", "page");
    }

    @Test
    void variablesSecretsAndModelsHaveTheirFields() {
        assertThat(labels(instead("\"${parameters.greeting}\"", "\"${variables.|}\"")))
                .contains("twice");
        assertThat(labels(instead("\"${parameters.greeting}\"", "\"${secrets.access.|}\"")))
                .contains("name");
        assertThat(labels(instead("\"${parameters.greeting}\"", "\"${models[parameters.greeting].w|}\"")))
                .contains("weightsBytes");
        assertThat(labels(instead("\"${parameters.greeting}\"", "\"${sizing.|}\"")))
                .contains("inferenceVram", "loraVram")
                .doesNotContain("orValue");
    }

    @Test
    void anObjectOfTheClusterHasTheFieldsOfItsKind() {
        assertThat(labels(instead("${server.status.?availableReplicas.orValue(0) > 0}", "${server.status.?av|}")))
                .contains("availableReplicas");
    }

    @Test
    void aTemplateHasTheFieldsOfItsKind() {
        assertThat(labels(instead("              imagePullPolicy: Always", "              vol|")))
                .contains("volumeMounts", "volumeDevices")
                .doesNotContain("replicas");
        assertThat(labels(instead("imagePullPolicy: Always", "imagePullPolicy: |")))
                .isSubsetOf("Always", "IfNotPresent", "Never");
        assertThat(labels(instead("kind: ConfigMap", "kind: Conf|"))).containsExactly("ConfigMap");
        assertThat(labels(instead("apiVersion: apps/v1", "apiVersion: batch|"))).containsExactly("batch/v1");
    }

    @Test
    void aTestKnowsParametersAndResources() {
        assertThat(inTest("name: a\nparameters:\n  |\n")).containsExactly("greeting", "replicas", "note");
        assertThat(inTest("name: a\nexpect:\n  - {resource: |}\n")).containsExactly("page", "server");
        assertThat(inTest("name: a\n---\nname: b\nex|\n")).containsExactlyInAnyOrder("expect", "expectError");
        assertThat(inTest("expect:\n  - {resource: page, assert: \"${resource.data == '' && cl|\n"))
                .contains("cluster", "claims");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"|", "|{[", "spec:\n- - - |", "a: \"${|", "${${${|", "'|", "\t\t|", "- |", "a: {b: [{|", "}|]}"})
    void nothingThatIsTypedStumblesIt(String text) {
        var cursor = text.indexOf('|');
        var line = (int) text.substring(0, cursor)
                        .chars()
                        .filter(each -> each == '\n')
                        .count()
                + 1;
        var column = cursor - text.lastIndexOf('\n', cursor - 1) - 1;
        assertThat(COMPLETIONS
                        .at(
                                BlueprintFiles.of(text.replace("|", "")),
                                BlueprintFiles.BLUEPRINT,
                                line,
                                Math.max(column, 0))
                        .proposals())
                .doesNotContainNull();
    }

    private static String after(String line, String more) {
        return WHOLE.replace(line, line + more);
    }

    private static String instead(String part, String other) {
        assertThat(WHOLE).contains(part);
        return WHOLE.replaceFirst(java.util.regex.Pattern.quote(part), java.util.regex.Matcher.quoteReplacement(other));
    }

    private static List<String> labels(String text) {
        return at(text).proposals().stream().map(Proposal::label).toList();
    }

    private static Proposals at(String text) {
        return at(Map.of(BlueprintFiles.BLUEPRINT, text.replaceFirst("\\|", "")), BlueprintFiles.BLUEPRINT, text);
    }

    private static List<String> inTest(String text) {
        var files = Map.of(BlueprintFiles.BLUEPRINT, WHOLE, "tests/a.yaml", text.replace("|", ""));
        return at(files, "tests/a.yaml", text).proposals().stream()
                .map(Proposal::label)
                .toList();
    }

    private static Proposals at(Map<String, String> files, String file, String text) {
        var before = text.substring(0, text.indexOf('|'));
        var line = (int) before.chars().filter(each -> each == '\n').count() + 1;
        return COMPLETIONS.at(new BlueprintFiles(files), file, line, before.length() - before.lastIndexOf('\n') - 1);
    }
}
