package dev.slipway.provisioning.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.catalog.InstanceTrial.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTests {

    private static final String TEXT = text();
    private static final Map<String, Object> PARAMETERS = Map.of("model", "llama-3.1-8b-instruct");
    private static final Blueprint PUBLISHED = compiled(TEXT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Inference endpoint | title: Another name | UNCHANGED |",
                "revisionHistoryLimit: 2 | revisionHistoryLimit: 3 | IN_PLACE | Deployment server: spec.revisionHistoryLimit 2 → 3",
                "maxUnavailable: 1 | maxUnavailable: 2 | IN_PLACE | PodDisruptionBudget disruption: spec.maxUnavailable 1 → 2",
                "terminationGracePeriodSeconds: 60 | terminationGracePeriodSeconds: 90 | ROLLS_PODS | Deployment server: spec.template.spec.terminationGracePeriodSeconds 60 → 90",
                "app.kubernetes.io/name: vllm, app.kubernetes.io/instance | app.kubernetes.io/name: other, app.kubernetes.io/instance | INVALID | Deployment server: spec.selector cannot be changed",
                "parameters.replicas <= 2 | parameters.replicas >= 2 | INVALID | replicas: In a dev environment",
                "memory: \"${variables.vram}\" | memory: \"${variables.vram * 4}\" | INVALID | GPU share server needs",
            })
    void whatBecomesOfAnInstance(String part, String instead, Outcome outcome, @Nullable String line) {
        assertThat(TEXT).contains(part);
        var candidate = compiled(TEXT.replace("        default: 8192\n", "        default: 4096\n")
                .replace(part, instead));

        var result = new Trial(candidate).of(subject("claims-triage"));

        assertThat(result.outcome()).isEqualTo(outcome);
        if (line == null) {
            assertThat(result.lines()).isEmpty();
        } else {
            assertThat(result.lines()).anyMatch(each -> each.startsWith(line));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<2.0.0 | ${old.context > 4096 ? 'large' : 'small'} | UNCHANGED | The tier follows the context |",
                "<2.0.0 | ${old.size} | INVALID | | The upgrade finds no value for the parameter 'tier'",
                "<2.0.0 | ${old.model} | INVALID | The tier follows the context | tier: Tier must be small or large.",
                "<1.0.0 | large | INVALID | | tier: Tier is required.",
            })
    void parametersAreTakenOverAsAnUpgradeWould(
            String range, String tier, Outcome outcome, @Nullable String note, @Nullable String line) {
        var candidate = compiled(TEXT.replace("    required: [model]\n", "    required: [model, tier]\n")
                        .replace(
                                "    properties:\n      model:\n",
                                "    properties:\n      tier: {type: string, title: Tier, enum: [small, large]}\n      model:\n")
                        .replace("fields: [model, ", "fields: [tier, model, ")
                + """
                          upgrade:
                            from: [{version: "%s", set: {tier: "%s"}, note: The tier follows the context}]
                        """.formatted(range, tier));

        var result = new Trial(candidate).of(subject("claims-triage"));

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.notes()).isEqualTo(note == null ? List.of() : List.of(note));
        if (line == null) {
            assertThat(result.lines()).isEmpty();
        } else {
            assertThat(result.lines()).singleElement().asString().startsWith(line);
        }
    }

    @Test
    void anInstanceIsNotNamedSoThatLikeOnesAreOneGroup() {
        var candidate = compiled(TEXT.replace("name: http, port: 8000", "name: \"${metadata.name}\", port: 8000"));
        var trial = new Trial(candidate);

        assertThat(trial.of(subject("one"))).isEqualTo(trial.of(subject("another-one")));
    }

    @Test
    void aThousandAlikeHaveOneResult() {
        var instances = RunningInstances.of(PUBLISHED, PARAMETERS, 1_000);

        var trial = instances.tryOut(compiled(TEXT.replace("revisionHistoryLimit: 2", "revisionHistoryLimit: 3")));

        assertThat(trial.groups()).singleElement().satisfies(group -> {
            assertThat(group.outcome()).isEqualTo(Outcome.IN_PLACE);
            assertThat(group.instances()).hasSize(1_000);
        });
    }

    private static Subject subject(String name) {
        var sample = SampleFacts.facts();
        var facts = new Facts(
                new Facts.Metadata(name, "claims-dev", sample.metadata().labels()),
                sample.team(),
                sample.environment(),
                sample.user(),
                sample.cluster(),
                sample.models());
        var check = PUBLISHED.check(PARAMETERS, facts);
        assertThat(check.errors()).isEmpty();
        var placed = SampleFacts.placed(facts, PUBLISHED.needs(check.parameters(), facts));
        return new Subject(
                RunningInstances.tried(name, "1.0.0"),
                "claims-dev",
                check.parameters(),
                placed,
                PUBLISHED.render(check.parameters(), placed).resources());
    }

    private static Blueprint compiled(String text) {
        return new BlueprintCompiler().compile(BlueprintFiles.of(text)).orElseThrow();
    }

    private static String text() {
        try (var file = TrialTests.class.getResourceAsStream("/templates-catalog/inference-endpoint/blueprint.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
