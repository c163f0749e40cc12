package dev.slipway.provisioning.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.catalog.InstanceTrial.Outcome;
import dev.slipway.catalog.InstanceTrial.Tried;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.intent.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

class TrialTests {

    private static final String TEXT = text();
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

    @Test
    void anInstanceIsNotNamedSoThatLikeOnesAreOneGroup() {
        var candidate = compiled(TEXT.replace("name: http, port: 8000", "name: \"${metadata.name}\", port: 8000"));
        var trial = new Trial(candidate);

        assertThat(trial.of(subject("one"))).isEqualTo(trial.of(subject("another-one")));
    }

    @Test
    void aThousandAlikeHaveOneResult() {
        var rows = IntStream.range(0, 1_000)
                .mapToObj(number -> subject("instance-" + number))
                .map(subject -> List.of(
                        Json.write(subject.parameters()),
                        Json.write(subject.facts()),
                        Json.write(subject.resources()),
                        subject.instance().name()))
                .toList();
        var trial = new Trial(compiled(TEXT.replace("revisionHistoryLimit: 2", "revisionHistoryLimit: 3")));

        var results = rows.parallelStream()
                .map(row -> trial.of(new Subject(
                        tried(row.get(3)),
                        "claims-dev",
                        Json.map(row.get(0)),
                        Json.read(row.get(1), Facts.class),
                        Json.read(row.get(2), new TypeReference<List<RenderedResource>>() {}))))
                .distinct()
                .toList();

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.IN_PLACE));
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
        var check = PUBLISHED.check(Map.of("model", "llama-3.1-8b-instruct"), facts);
        assertThat(check.errors()).isEmpty();
        var placed = SampleFacts.placed(facts, PUBLISHED.needs(check.parameters(), facts));
        return new Subject(
                tried(name),
                "claims-dev",
                check.parameters(),
                placed,
                PUBLISHED.render(check.parameters(), placed).resources());
    }

    private static Tried tried(String name) {
        return new Tried(
                new InstanceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                name,
                new EnvironmentId(new TeamId("claims"), "dev"),
                EnvironmentKind.DEV,
                "1.0.0");
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
