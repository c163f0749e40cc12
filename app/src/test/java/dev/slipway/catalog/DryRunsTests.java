package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.DryRunView.OnCluster;
import dev.slipway.catalog.DryRunView.State;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Clusters;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.testing.Discarding;
import dev.slipway.testing.SlipwayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

@SlipwayTest
@ActiveProfiles("demo")
class DryRunsTests {

    private static final Caller ANA = new Caller(
            new PersonId("ana.ferreira"),
            "Ana Ferreira",
            Set.of(PlatformRole.PLATFORM_ADMIN),
            Map.of(),
            ApproverScope.NONE);
    private static final Caller MIRA =
            new Caller(new PersonId("mira.okafor"), "Mira Okafor", Set.of(), Map.of(), ApproverScope.NONE);

    @Autowired
    Drafts drafts;

    @Autowired
    DryRuns dryRuns;

    @Autowired
    Catalog catalog;

    @Autowired
    Clusters clusters;

    @ParameterizedTest
    @ValueSource(strings = {"inference-endpoint", "rag-stack", "fine-tune-job"})
    void whatIsInTheCatalogPassesEverywhereAndLeavesNothing(String name) {
        var run = run(name, "\n# tried\n", "\n# tried again\n");

        assertThat(run.missing()).isEmpty();
        assertThat(run.clusters()).anySatisfy(on -> {
            assertThat(on.state()).isEqualTo(State.PASSED);
            assertThat(on.done()).isEqualTo(on.cases()).isPositive();
        });
        for (var view : clusters.all()) {
            var cluster = clusters.connect(view.id());
            assertThat(workloads(cluster)).isZero();
        }
    }

    @Test
    void whatTheApiServerDoesNotTakeIsRefusedAsWorkloadAndAsPod() {
        var run = run(
                "inference-endpoint",
                "{name: tmp, mountPath: /tmp}",
                "{name: \"${parameters.access == 'none' ? 'tmp' : 'temp'}\", mountPath: /tmp}");

        assertThat(run.passed()).isFalse();
        assertThat(run.missing()).anyMatch(line -> line.contains("was refused"));
        assertThat(problems(run))
                .anyMatch(problem -> problem.startsWith("Deployment") && problem.contains("volumeMounts"))
                .anyMatch(problem -> problem.startsWith("Pod of Deployment") && problem.contains("volumeMounts"));
    }

    @Test
    void aRunThatLeftAClusterUndoneProvesNothing() {
        var undone = new DryRunView(
                UUID.randomUUID(),
                "rag-stack",
                "content",
                ANA.person(),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                List.of(new OnCluster(new ClusterId("ham-1"), "Hamburg 1", State.WAITING, "", 0, 0, List.of())));
        assertThat(undone.passed()).isFalse();
        assertThat(undone.missing()).containsExactly("The dry run on Hamburg 1 has come to no end.");
    }

    @Test
    void itIsForTheContentThatIsSavedAndBegunOnce() {
        var name = "rag-stack";
        var draft = edited(name, "title: RAG stack", "title: RAG stack two");
        dryRuns.start(ANA, name, false);
        var first = over(name, draft);
        dryRuns.start(ANA, name, false);
        assertThat(dryRuns.of(ANA, name, draft.contentHash()).orElseThrow().id())
                .isEqualTo(first.id());
        dryRuns.start(ANA, name, true);
        assertThat(over(name, draft).id()).isNotEqualTo(first.id());

        var files = new TreeMap<>(draft.files().byPath());
        files.put("README.md", "# Other");
        var saved = drafts.save(ANA, name, new BlueprintFiles((Map<String, String>) files), draft.revision());
        assertThat(dryRuns.of(ANA, name, saved.contentHash())).isEmpty();
        Discarding.draft(drafts, ANA, name);
    }

    @Test
    void forOthersThereIsNone() {
        var draft = edited("fine-tune-job", "kind: Blueprint\n", "kind: Blueprint\n\n");
        assertThatThrownBy(() -> dryRuns.start(MIRA, "fine-tune-job", true)).isInstanceOf(NotFoundException.class);
        dryRuns.start(ANA, "fine-tune-job", false);
        assertThat(dryRuns.of(MIRA, "fine-tune-job", draft.contentHash())).isEmpty();
        Discarding.draft(drafts, ANA, "fine-tune-job");
        assertThatThrownBy(() -> dryRuns.start(ANA, "fine-tune-job", true)).isInstanceOf(NotFoundException.class);
    }

    private DryRunView run(String name, String part, String instead) {
        var draft = edited(name, part, instead);
        dryRuns.start(ANA, name, false);
        var run = over(name, draft);
        Discarding.draft(drafts, ANA, name);
        return run;
    }

    private DryRunView over(String name, DraftView draft) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        dryRuns.of(ANA, name, draft.contentHash()).orElseThrow().isOver());
        return dryRuns.of(ANA, name, draft.contentHash()).orElseThrow();
    }

    private DraftView edited(String name, String part, String instead) {
        Discarding.draft(drafts, ANA, name);
        var files = new TreeMap<>(catalog.latest(name).orElseThrow().files().byPath());
        files.merge(BlueprintFiles.BLUEPRINT, "", (text, none) -> replaced(text, part, instead));
        return drafts.save(ANA, name, new BlueprintFiles((Map<String, String>) files), 0);
    }

    private static String replaced(String text, String part, String instead) {
        var begun = part.startsWith("\n#") ? text + part : text;
        assertThat(begun).contains(part);
        return begun.replace(part, instead);
    }

    private static List<String> problems(DryRunView run) {
        return run.clusters().stream()
                .flatMap(on -> on.results().stream())
                .flatMap(result -> result.problems().stream())
                .toList();
    }

    private static int workloads(Cluster cluster) {
        return cluster.list("apps/v1", "Deployment", DryRunNamespace.NAME, "").size()
                + cluster.list("v1", "Pod", DryRunNamespace.NAME, "").size()
                + cluster.list("batch/v1", "Job", DryRunNamespace.NAME, "").size();
    }
}
