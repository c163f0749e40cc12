package dev.slipway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.kubernetes.KubeconfigSource;
import dev.slipway.cluster.kubernetes.KubernetesCluster;
import dev.slipway.cluster.sandbox.SandboxCluster;
import dev.slipway.cluster.sandbox.api.Tree;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.kernel.ClusterId;
import dev.slipway.testbed.ControlPlane;
import dev.slipway.testbed.RequiresControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The same manifests, right and wrong ones, to the sandbox and to a real API server: the answers are the same. */
@RequiresControlPlane
class SandboxLikenessIT {

    private static final List<String> OF_ITS_OWN =
            List.of("uid", "resourceVersion", "creationTimestamp", "generation", "managedFields");

    @SuppressWarnings("NullAway.Init")
    private static KubernetesCluster real;

    private static final SandboxCluster SANDBOX =
            new SandboxCluster(new ClusterId("sandbox"), List.of(), Pace.AT_ONCE, InstantSource.system());

    @BeforeAll
    static void connect() {
        var kubeconfig = new KubeconfigSource.Text(ControlPlane.shared().kubeconfig(), null);
        real = KubernetesCluster.connect(
                new ClusterId("testbed"), kubeconfig, InstantSource.system(), Duration.ofSeconds(15));
        for (var cluster : List.<Cluster>of(real, SANDBOX)) {
            cluster.apply(
                    new Manifest(
                            Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "likeness"))),
                    ApplyOptions.OWN);
        }
    }

    @AfterAll
    static void close() {
        real.delete(new ObjectKey("v1", "Namespace", null, "likeness"), null, null);
        real.close();
        SANDBOX.close();
    }

    static Stream<Named> right() {
        return read("right.yaml");
    }

    static Stream<Named> wrong() {
        return read("wrong.yaml");
    }

    /** @param what the manifest is about */
    record Named(String what, Manifest manifest) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void fillsInTheSameDefaults(Named example) {
        var wanted = real.apply(example.manifest(), ApplyOptions.OWN.asDryRun());
        var got = SANDBOX.apply(example.manifest(), ApplyOptions.OWN.asDryRun());

        assertThat(comparable(got.object())).isEqualTo(comparable(wanted.object()));
        assertThat(got.warnings()).isEqualTo(wanted.warnings());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesForTheSameReason(Named example) {
        assertThat(refusal(SANDBOX, example.manifest())).isEqualTo(refusal(real, example.manifest()));
    }

    private static List<Object> refusal(Cluster cluster, Manifest manifest) {
        try {
            cluster.apply(manifest, ApplyOptions.OWN.asDryRun());
            return List.of("accepted");
        } catch (ClusterException.Invalid refused) {
            var told = new ArrayList<Object>(List.of("Invalid", String.valueOf(refused.getMessage())));
            told.addAll(refused.problems());
            return told;
        } catch (ClusterException refused) {
            return List.of(refused.getClass().getSimpleName(), String.valueOf(refused.getMessage()));
        }
    }

    private static Map<String, Object> comparable(Manifest manifest) {
        var content = Tree.copy(manifest.content());
        OF_ITS_OWN.forEach(Tree.child(content, "metadata")::remove);
        for (var field : List.of("clusterIP", "clusterIPs")) {
            Tree.child(content, "spec").remove(field);
        }
        if (manifest.key().kind().equals("Job")) {
            Tree.child(content, "metadata").remove("labels");
            Tree.child(content, "spec").remove("selector");
            Tree.child(content, "spec", "template", "metadata").remove("labels");
        }
        return content;
    }

    @SuppressWarnings("unchecked")
    private static Stream<Named> read(String file) {
        var yaml = new Load(LoadSettings.builder().build());
        try (var in = Objects.requireNonNull(SandboxLikenessIT.class.getResourceAsStream("likeness/" + file))) {
            var all = StreamSupport.stream(yaml.loadAllFromInputStream(in).spliterator(), false)
                    .map(document -> named((Map<String, Object>) document))
                    .toList();
            return all.stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The first field says what the example is about. */
    private static Named named(Map<String, Object> document) {
        var manifest = new LinkedHashMap<>(document);
        return new Named(String.valueOf(manifest.remove("about")), new Manifest(manifest));
    }
}
