package dev.slipway.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTableTests {

    private static final String BLUEPRINT = """
            apiVersion: slipway.dev/v1
            kind: Blueprint
            metadata: {name: sample}
            spec:
              version: 1.0.0
              title: Sample
              summary: A sample
              category: other
              owner: ai-platform
              parameters:
                type: object
                required: [model]
                properties:
                  model: {type: string, title: Model, description: Which model answers., x-source: models, x-filter: {kind: generator}}
                  context: {type: integer, title: Context length, enum: [4096, 8192], default: 8192, x-unit: tokens}
                  replicas: {type: integer, title: Replicas, minimum: 1, maximum: 8, default: 1}
                  share: {type: number, title: Reserve, minimum: 0.5, default: 0.5}
                  label: {type: string, title: Label, maxLength: 20, pattern: "^[a-z]*$", x-pattern-message: lower-case letters only, default: ""}
                  tools: {type: boolean, title: Tool calls, default: false}
                  parser: {type: string, title: Format, enum: [a, b], default: a, x-when: {tools: true}}
              presets:
                - {name: small, title: Small, parameters: {context: 4096, tools: true}}
                - {name: large, title: Large, parameters: {replicas: 3}}
              resources:
                - id: settings
                  template:
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${metadata.name}"}
                    data: {model: "${parameters.model}"}
            """;

    private final ParameterTable table = ParameterTable.of(
            BlueprintCompiler.unchecked().compile(BlueprintFiles.of(BLUEPRINT)).orElseThrow());

    private ParameterTable.Row row(String name) {
        return table.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachSaysWhatItIsForAndTakes() {
        assertThat(row("model").title()).isEqualTo("Model");
        assertThat(row("model").description()).isEqualTo("Which model answers.");
        assertThat(row("model").type()).isEqualTo("one of the models");
        assertThat(row("model").limits()).isEqualTo("kind generator");
        assertThat(row("context").limits()).isEqualTo("4096\u00a0tokens, 8192\u00a0tokens");
        assertThat(row("replicas").type()).isEqualTo("whole number");
        assertThat(row("replicas").limits()).isEqualTo("1 to 8");
        assertThat(row("share").limits()).isEqualTo("at least 0.5");
        assertThat(row("label").limits()).isEqualTo("at most 20\u00a0characters; lower-case letters only");
        assertThat(row("parser").limits()).isEqualTo("a, b; only where Tool calls is yes");
    }

    @Test
    void eachSaysWhatItIsWhereOneLeavesItAlone() {
        assertThat(row("model").needed()).isTrue();
        assertThat(row("context").needed()).isFalse();
        assertThat(row("context").standard()).isEqualTo("8192\u00a0tokens");
        assertThat(row("tools").standard()).isEqualTo("no");
    }

    @Test
    void eachSaysWhatAPresetMakesOfIt() {
        assertThat(table.presets()).containsExactly("Small", "Large");
        assertThat(row("context").presets()).isEqualTo(List.of("4096\u00a0tokens", ""));
        assertThat(row("tools").presets()).isEqualTo(List.of("yes", ""));
        assertThat(row("replicas").presets()).isEqualTo(List.of("", "3"));
    }
}
