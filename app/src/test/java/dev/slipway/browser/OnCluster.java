package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the API server holds of an instance, asked without Slipway. */
record OnCluster(String namespace, String name) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final KubernetesClient CLUSTER = TestBedPortal.cluster();
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            Deployment.class,
            StatefulSet.class,
            Job.class,
            Service.class,
            Secret.class,
            ConfigMap.class,
            PersistentVolumeClaim.class,
            PodDisruptionBudget.class,
            NetworkPolicy.class);

    /** Its objects as {@code Kind/name}. */
    List<String> objects() {
        return KINDS.stream()
                .flatMap(this::own)
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .toList();
    }

    private Stream<? extends HasMetadata> own(Class<? extends HasMetadata> kind) {
        return CLUSTER
                .resources(kind)
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/instance", name)
                .list()
                .getItems()
                .stream();
    }

    Deployment deployment(String deployment) {
        return CLUSTER.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .require();
    }

    void awaitReplicas(String deployment, int replicas) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var found = deployment(deployment);
            assertThat(found.getSpec().getReplicas()).isEqualTo(replicas);
            assertThat(found.getStatus().getReadyReplicas()).isEqualTo(replicas);
        });
    }

    List<Job> jobs() {
        return CLUSTER.batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/instance", name)
                .list()
                .getItems();
    }

    String secret(String secret, String key) {
        var data = CLUSTER.secrets()
                .inNamespace(namespace)
                .withName(secret)
                .require()
                .getData();
        return new String(Base64.getDecoder().decode(Objects.requireNonNull(data.get(key))), StandardCharsets.UTF_8);
    }

    void assertGuarded() {
        var guarded = CLUSTER.namespaces().withName(namespace).require().getMetadata();
        assertThat(guarded.getLabels()).containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(CLUSTER.resourceQuotas().inNamespace(namespace).list().getItems())
                .isNotEmpty();
        assertThat(CLUSTER.limitRanges().inNamespace(namespace).list().getItems())
                .isNotEmpty();
        assertThat(CLUSTER.network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(namespace)
                        .list()
                        .getItems())
                .anySatisfy(
                        policy -> assertThat(policy.getSpec().getPolicyTypes()).contains("Ingress", "Egress"));
        assertThat(CLUSTER.rbac().roleBindings().inNamespace(namespace).list().getItems())
                .isNotEmpty();
    }

    /** Objects that the garbage collector takes follow a moment later. */
    void awaitGone() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(objects()).isEmpty());
    }
}
