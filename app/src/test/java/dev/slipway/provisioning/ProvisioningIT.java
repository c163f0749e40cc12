package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.MIRA;
import static dev.slipway.provisioning.Launching.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.state.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the form to the cluster and back, on a real API server. */
@ApiServerTest
class ProvisioningIT {

    private static final String NAMESPACE = TEST.namespace();

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    RealClusters clusters;

    @AfterEach
    void letGo() {
        clusters.hamburg().unprobed();
        launching.endAll();
    }

    @Test
    void becomesReadyIsChangedAndGoes() {
        var id = launching.launch("real");
        launching.await(id, InstanceState.READY);
        assertThat(uids("apps/v1", "Deployment", "real")).hasSize(1);

        launching.change(id, Map.of("sequences", "2"));
        awaitRevision(id, 2, InstanceState.READY);
        assertThat(command("real")).contains("--max-num-seqs, 2");

        launching.end(id);
        assertThat(clusters.hamburg().get(deployment("real"))).isEmpty();
        assertThat(uids("v1", "Pod", "real")).isEmpty();
        assertThat(uids("v1", "Secret", "real")).isEmpty();
    }

    @Test
    void aJobCompletesAndItsSuccessorTakesItsPlace() {
        var id = launching.launch(Launching.training("real-training"));
        launching.await(id, InstanceState.COMPLETED);
        var first = uids("batch/v1", "Job", "real-training");

        launching.change(id, Map.of("epochs", "1"));
        awaitRevision(id, 2, InstanceState.COMPLETED);

        assertThat(first).hasSize(1);
        assertThat(uids("batch/v1", "Job", "real-training")).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aFullPoolIsNoReasonToWaitForever() {
        var id = launching.launch("squeezed");
        launching.await(id, InstanceState.READY);
        var filler = fillThePoolOf("squeezed");

        launching.change(id, Map.of("sequences", "2"));
        awaitRevision(id, 2, InstanceState.READY);

        assertThat(command("squeezed")).contains("--max-num-seqs, 2");
        var uid = clusters.hamburg().get(filler).orElseThrow().uid();
        clusters.hamburg().delete(filler, uid, null);
    }

    /** Somebody else takes every share of that kind that is left on the cluster. */
    private ObjectKey fillThePoolOf(String instance) {
        var resource = gpuResource(instance);
        var all = clusters.hamburg().capabilities().nodes().stream()
                .mapToLong(node -> Long.parseLong(node.allocatable().getOrDefault(resource, "0")))
                .sum();
        var filler = new Manifest(filler(resource, all - 1));
        clusters.hamburg().apply(filler, ApplyOptions.OWN);
        Launching.until(() -> clusters.hamburg().get(filler.key()).stream()
                .anyMatch(live -> Fields.number(live.content(), "status", "readyReplicas") == all - 1));
        return filler.key();
    }

    private String gpuResource(String instance) {
        var live = clusters.hamburg().get(deployment(instance)).orElseThrow();
        var containers = Fields.list(live.content(), "spec", "template", "spec", "containers");
        return Fields.map(containers.getFirst(), "resources", "limits").keySet().stream()
                .filter(name -> name.startsWith("nvidia.com/"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> filler(String resource, long replicas) {
        var labels = Map.of("app", "filler");
        var container = Map.of(
                "name",
                "filler",
                "image",
                "registry.example/filler:1",
                "resources",
                Map.of("limits", Map.of(resource, "1")));
        return Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                Map.of("name", "filler", "namespace", "default"),
                "spec",
                Map.of(
                        "replicas",
                        replicas,
                        "selector",
                        Map.of("matchLabels", labels),
                        "template",
                        Map.of(
                                "metadata",
                                Map.of("labels", labels),
                                "spec",
                                Map.of("containers", List.of(container)))));
    }

    @Test
    void whoeverWorksMayDieAroundEveryEffect() {
        var deaths = new Deaths();
        clusters.hamburg().probe(deaths);

        var id = launching.launch("reborn");
        launching.await(id, InstanceState.READY);

        assertThat(deaths.after("apply", "Deployment")).isPositive();
        assertThat(uids("apps/v1", "Deployment", "reborn")).hasSize(1);
        assertThat(uids("v1", "Service", "reborn")).hasSize(1);
        assertThat(uids("v1", "Secret", "reborn")).hasSize(1);
        launching.end(id);
        assertThat(deaths.after("delete", "Deployment")).isPositive();
        assertThat(uids("apps/v1", "Deployment", "reborn")).isEmpty();
    }

    private void awaitRevision(InstanceId id, int revision, InstanceState state) {
        Launching.until(() -> {
            var view = instances.get(MIRA, id);
            return view.revision() == revision && view.state() == state;
        });
    }

    private String command(String instance) {
        var live = clusters.hamburg().get(deployment(instance)).orElseThrow();
        return Fields.list(live.content(), "spec", "template", "spec", "containers")
                .toString();
    }

    private static ObjectKey deployment(String name) {
        return new ObjectKey("apps/v1", "Deployment", NAMESPACE, name);
    }

    private List<String> uids(String apiVersion, String kind, String instance) {
        return clusters.hamburg().list(apiVersion, kind, NAMESPACE, "slipway.dev/instance=" + instance).stream()
                .map(Manifest::uid)
                .map(String::valueOf)
                .toList();
    }
}
