package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Drafts;
import dev.slipway.catalog.DryRunNamespace;
import dev.slipway.catalog.DryRunView;
import dev.slipway.catalog.DryRunView.State;
import dev.slipway.catalog.DryRuns;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.PersonId;
import dev.slipway.testing.Discarding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts in front of a real API server. */
@ApiServerTest
class DryRunIT {

    private static final ClusterId HAMBURG = new ClusterId("ham-1");
    private static final Caller ANA = new Caller(
            new PersonId("ana.ferreira"),
            "Ana Ferreira",
            Set.of(PlatformRole.PLATFORM_ADMIN),
            Map.of(),
            ApproverScope.NONE);

    @Autowired
    Drafts drafts;

    @Autowired
    DryRuns dryRuns;

    @Autowired
    Catalog catalog;

    @Autowired
    Clusters clusters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ci-test-environment",
                "fine-tune-job",
                "inference-endpoint",
                "kserve-inference-service",
                "nim-endpoint",
                "rag-stack",
                "secure-assistant"
            })
    void everyTestAndPresetIsTakenWithoutAWarning(String name) {
        var run = run(name, "kind: Blueprint\n", "kind: Blueprint\n# tried\n");

        assertThat(run.missing()).isEmpty();
        assertThat(run.clusters().stream().filter(on -> on.cluster().equals(HAMBURG)))
                .singleElement()
                .satisfies(on -> {
                    assertThat(on.state()).as("%s", on.results()).isEqualTo(State.PASSED);
                    assertThat(on.results()).isNotEmpty().allMatch(DryRunView.Result::isTaken);
                });
        var cluster = clusters.connect(HAMBURG);
        assertThat(cluster.get(new ObjectKey("v1", "Namespace", null, DryRunNamespace.NAME)))
                .hasValueSatisfying(namespace -> assertThat(namespace.metadata().get("labels"))
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                        .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
        for (var kind : List.of("ResourceQuota", "LimitRange")) {
            assertThat(cluster.list("v1", kind, DryRunNamespace.NAME, "")).isNotEmpty();
        }
        assertThat(cluster.list("networking.k8s.io/v1", "NetworkPolicy", DryRunNamespace.NAME, ""))
                .isNotEmpty();
        assertThat(cluster.list("v1", "Pod", DryRunNamespace.NAME, "")).isEmpty();
        assertThat(cluster.list("apps/v1", "Deployment", DryRunNamespace.NAME, ""))
                .isEmpty();
    }

    @Test
    void aPodThatPodSecurityRefusesIsRefusedThoughItsDeploymentIsTaken() {
        var run = run(
                "inference-endpoint",
                "allowPrivilegeEscalation: false",
                "allowPrivilegeEscalation: \"${environment.kind != 'none'}\"");

        assertThat(problems(run))
                .anyMatch(
                        problem -> problem.startsWith("Pod of Deployment") && problem.contains("violates PodSecurity"))
                .anyMatch(problem -> problem.startsWith("Deployment") && problem.contains("would violate PodSecurity"));
    }

    @Test
    void whatTheApiServerDoesNotTakeIsNamedByItsField() {
        var run = run("inference-endpoint", "periodSeconds: 5,", "periodSeconds: \"${0 - 5}\",");

        assertThat(problems(run)).anyMatch(problem -> problem.contains("periodSeconds"));
    }

    private DryRunView run(String name, String part, String instead) {
        Discarding.draft(drafts, ANA, name);
        var files = new TreeMap<>(catalog.latest(name).orElseThrow().files().byPath());
        var text = Objects.requireNonNull(files.get(BlueprintFiles.BLUEPRINT));
        assertThat(text).contains(part);
        files.put(BlueprintFiles.BLUEPRINT, text.replace(part, instead));
        var draft = drafts.save(ANA, name, new BlueprintFiles((Map<String, String>) files), 0);
        dryRuns.start(ANA, name, true);
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        dryRuns.of(ANA, name, draft.contentHash()).orElseThrow().isOver());
        var run = dryRuns.of(ANA, name, draft.contentHash()).orElseThrow();
        Discarding.draft(drafts, ANA, name);
        return run;
    }

    private static List<String> problems(DryRunView run) {
        return run.clusters().stream()
                .filter(on -> on.cluster().equals(HAMBURG))
                .flatMap(on -> on.results().stream())
                .flatMap(result -> result.problems().stream())
                .toList();
    }
}
