package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.sandbox.SandboxCluster;
import dev.slipway.cluster.sandbox.SandboxNode;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.kernel.ClusterId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WeightsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ModelView MODEL = new ModelView(
            "llama-3.1-8b-instruct",
            "Llama 3.1 8B Instruct",
            "1.0.0",
            "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            "registry.example/models/llama-3.1-8b-instruct",
            "Llama 3.1 Community",
            ModelView.Kind.GENERATOR,
            8_000_000_000L,
            8_030_261_248L,
            131_072,
            131_072,
            "fp8",
            0,
            "");

    private static final ModelSettings.Cache CACHE = new ModelSettings.Cache(
            DataSize.ofGigabytes(200), "ReadWriteMany", Optional.empty(), "oras:1", DataSize.ofMegabytes(200));

    private final WeightsProgress progress = new WeightsProgress(8_000_000_000L, 200_000_000L);

    @Test
    void theJobPullsByDigestAndPassesPodSecurityRestricted() {
        var job = FetchJob.job("claims-dev", MODEL, Map.of("app.kubernetes.io/managed-by", "slipway"), CACHE);

        assertThat(job)
                .extracting("metadata.name", "metadata.namespace")
                .containsExactly("weights-llama-3-1-8b-instruct-01234567", "claims-dev");
        assertThat(job.toString())
                .contains("registry.example/models/llama-3.1-8b-instruct@sha256:0123456789abcdef")
                .contains("/weights/llama-3.1-8b-instruct/0123456789ab")
                .contains("runAsNonRoot=true", "allowPrivilegeEscalation=false", "drop=[ALL]", "RuntimeDefault")
                .contains("automountServiceAccountToken=false", "slipway.dev/role=weights");
        assertThat(FetchJob.job("claims-dev", MODEL, Map.of("app.kubernetes.io/managed-by", "slipway"), CACHE))
                .isEqualTo(job);
    }

    /** The API server refuses the log of a container that has not started yet. */
    @Test
    void aFetcherThatHasNotStartedIsOnItsWay() {
        var cluster = new SandboxCluster(
                new ClusterId("ham-1"),
                List.of(new SandboxNode("cpu-1", Map.of(), List.of(), Map.of("cpu", "64", "memory", "512Gi"))),
                Pace.LIFELIKE,
                InstantSource.fixed(NOON));
        cluster.apply(
                new Manifest(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "claims-dev"))),
                ApplyOptions.OWN);
        var cache = new NamespaceWeightsCache(
                new OneCluster(cluster),
                new ModelSettings("registry.example", false, CACHE),
                InstantSource.fixed(NOON));
        cache.objects("claims-dev", MODEL, Map.of())
                .forEach(object -> cluster.apply(new Manifest(object), ApplyOptions.OWN));
        await().until(() -> !cluster.list("v1", "Pod", "claims-dev", "").isEmpty());

        assertThat(cache.state(cluster.id(), "claims-dev", MODEL)).isInstanceOf(WeightsState.Warming.class);
    }

    private record OneCluster(Cluster cluster) implements Clusters {
        @Override
        public List<ClusterView> all() {
            return List.of(new ClusterView(cluster.id(), "Hamburg", "eu", "sandbox", new Health(true, "")));
        }

        @Override
        public Optional<ClusterView> find(ClusterId id) {
            return all().stream().findFirst();
        }

        @Override
        public Cluster connect(ClusterId id) {
            return cluster;
        }
    }

    @Test
    void progressIsWhatTheFetcherLastSaid() {
        var log = List.of("fetched 0 of 8000000000 bytes", "pulling…", "fetched 4960000000 of 8000000000 bytes");

        assertThat(progress.read(job(Map.of("active", 1)), log, NOON))
                .isEqualTo(new WeightsState.Warming(4_960_000_000L, 8_000_000_000L, false));
    }

    @Test
    void progressIsAnEstimateWhileTheFetcherSaysNothing() {
        var status = Map.<String, Object>of("active", 1, "startTime", "2026-11-20T11:59:50Z");

        assertThat(progress.read(job(status), List.of(), NOON))
                .isEqualTo(new WeightsState.Warming(2_000_000_000L, 8_000_000_000L, true));
        assertThat(progress.read(job(status), List.of(), NOON.plusSeconds(90_000)))
                .isEqualTo(new WeightsState.Warming(7_600_000_000L, 8_000_000_000L, true));
    }

    @Test
    void aCompleteJobIsWarm() {
        assertThat(progress.read(job(Map.of("succeeded", 1L)), List.of(), NOON)).isEqualTo(new WeightsState.Warm());
    }

    @Test
    void aJobThatGaveUpSaysWhatItLastSaid() {
        var status = Map.<String, Object>of(
                "conditions",
                List.of(Map.of("type", "Failed", "status", "True", "message", "Job has reached the backoff limit")));

        assertThat(progress.read(job(status), List.of("Error: no such manifest", "fetched 0 of 9 bytes"), NOON))
                .isEqualTo(new WeightsState.Failed("Error: no such manifest"));
        assertThat(progress.read(job(status), List.of(), NOON))
                .isEqualTo(new WeightsState.Failed("Job has reached the backoff limit"));
    }

    private static Map<String, Object> job(Map<String, Object> status) {
        return Map.of("apiVersion", "batch/v1", "kind", "Job", "status", status);
    }
}
