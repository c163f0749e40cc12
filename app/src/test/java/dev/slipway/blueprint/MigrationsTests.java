package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationsTests {

    private static final Map<String, Object> OLD = Map.of("name", "one", "count", 3, "ratio", 0.75);
    private static final String STEPS = """
            upgrade:
              from:
                - {version: "<2.0.0", set: {replicas: "${old.count}", note: "${old.?remark}"}, note: count became replicas}
                - {version: "<1.5.0", set: {replicas: "${old.count * 2}", debug: "${environment.kind == 'dev'}"}}
                - {version: "<1.0.0", set: {ratio: null}, note: "  "}
                - {version: "<0.5.0", note: Look at it }
            """;

    @Test
    void eachStepReadsTheOldParametersAndTheLastCounts() {
        var migration = migrated(STEPS, "1.2.0", OLD);

        assertThat(migration.parameters())
                .containsOnly(
                        Map.entry("name", "one"),
                        Map.entry("replicas", 6L),
                        Map.entry("ratio", 0.75),
                        Map.entry("debug", true));
        assertThat(migration.notes()).containsExactly("count became replicas", "The upgrade sets replicas, debug.");
    }

    @Test
    void aStepIsTakenFromTheVersionsOfItsRangeOnly() {
        var migration = migrated(STEPS, "1.9.0", OLD);

        assertThat(migration.parameters()).containsEntry("replicas", 3L).doesNotContainKey("debug");
        assertThat(migration.notes()).containsExactly("count became replicas");
    }

    @Test
    void whatIsNullIsLeftToItsDefault() {
        var migration = migrated(STEPS, "0.4.0", OLD);

        assertThat(migration.parameters()).doesNotContainKeys("ratio", "note", "count");
        assertThat(migration.notes()).hasSize(4).endsWith("Look at it");
    }

    @Test
    void withoutAStepAllStaysAsItIs() {
        var migration = migrated(STEPS, "2.0.0", OLD);

        assertThat(migration.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("name", "one", "count", 3L, "ratio", 0.75));
        assertThat(migration.notes()).isEmpty();
    }

    @Test
    void whatTheSchemaLeavesOpenIsKept() {
        var parameters = """
                parameters:
                  type: object
                  additionalProperties: true
                  properties: {replicas: {type: integer, title: Replicas, default: 1}}
                """;

        var step = "upgrade: {from: [{version: <2.0.0, set: {replicas: \"${old.count}\"}}]}\n";

        assertThat(Sketch.blueprint(Sketch.with(parameters, step))
                        .migrate("1.0.0", OLD, Sketch.FACTS)
                        .parameters())
                .containsKeys("count", "name");
    }

    @Test
    void whatAStepCannotMakeIsRefusedWithItsReason() {
        assertThatThrownBy(() -> migrated(STEPS, "1.2.0", Map.of("name", "one")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith("The upgrade finds no value for the parameter 'replicas'")
                .hasMessageContaining("count");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<1.2.0; true",
                "<= 1.2; true",
                ">=1.0.0 <2.0.0; true",
                "1.x; true",
                "^1.2; true",
                "~1.2.3; true",
                "*; true",
                "1.0.0 || 1.1.0; true",
                "1.0 - 1.3; true",
                "<1.2.0-rc.1; true",
                "1.2.0; true",
                "=>1.2; false",
                "<1.2.0,>1; false",
                "< 1.2.0.0; false",
                "<; false",
                "<1.2.0 bar; false",
                "latest; false",
            })
    void aRangeIsWrittenAsThoseOfPackages(String range, boolean isOne) {
        var text = Sketch.with("upgrade: {from: [{version: \"%s\"}]}\n".formatted(range));

        assertThat(Sketch.diagnostics(text))
                .extracting(Diagnostic::code)
                .isEqualTo(isOne ? List.of() : List.of("SW-S004"));
    }

    private static Migration migrated(String steps, String from, Map<String, Object> old) {
        return Sketch.blueprint(Sketch.with(steps)).migrate(from, old, Sketch.FACTS);
    }
}
