package dev.slipway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What every implementation of {@link Cluster} promises. Where the sandbox and a real API server differ, the sandbox is wrong. */
abstract class ClusterContract {

    private static final Duration LONG = Duration.ofSeconds(40);

    private final String namespace = "contract-" + UUID.randomUUID().toString().substring(0, 8);

    abstract Cluster cluster();

    @BeforeEach
    void makeNamespace() {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace));
        await().atMost(LONG).until(() -> get("v1", "ServiceAccount", "default").isPresent());
    }

    @AfterEach
    void removeNamespace() {
        cluster().delete(new ObjectKey("v1", "Namespace", null, namespace), null, null);
    }

    // -- applying

    @Test
    void anAppliedObjectIsThereWithTheDefaultsOfTheServer() {
        var applied = apply(deployment("web", 1, "registry.example/app:1"));

        assertThat(applied.uid()).isNotBlank();
        assertThat(Tree.text(applied.content(), "spec", "strategy", "type")).isEqualTo("RollingUpdate");
        assertThat(Tree.number(applied.content(), 0, "metadata", "generation")).isEqualTo(1);
        assertThat(get("apps/v1", "Deployment", "web")).isPresent();
        assertThat(applied.metadata()).doesNotContainKey("managedFields");
    }

    @Test
    void applyingTheSameAgainChangesNothing() {
        var first = apply(configMap("settings", "{a: \"1\"}"));
        var second = apply(configMap("settings", "{a: \"1\"}"));

        assertThat(second.content()).isEqualTo(first.content());
    }

    @Test
    void applyingSomethingElseChangesIt() {
        apply(configMap("settings", "{a: \"1\"}"));
        apply(configMap("settings", "{a: \"2\"}"));

        assertThat(data("settings")).containsExactly(Map.entry("a", "2"));
    }

    @Test
    void fieldsThatAreMeantNoLongerGo() {
        apply(configMap("settings", "{a: \"1\", b: \"2\"}"));
        apply(configMap("settings", "{b: \"2\"}"));

        assertThat(data("settings")).containsExactly(Map.entry("b", "2"));
    }

    @Test
    void fieldsOfOthersStay() {
        apply(configMap("settings", "{a: \"1\"}"));
        applyAs("somebody", manifest(configMap("settings", "{theirs: \"x\"}")));
        apply(configMap("settings", "{a: \"2\"}"));

        assertThat(data("settings")).containsOnly(Map.entry("a", "2"), Map.entry("theirs", "x"));
    }

    @Test
    void quantitiesComeBackInCanonicalForm() {
        var applied = apply(claim("data", "1024Mi"));

        assertThat(Tree.text(applied.content(), "spec", "resources", "requests", "storage"))
                .isEqualTo("1Gi");
    }

    @Test
    void anOptionalFieldIsTakenAwayWithTheDefaultsThatCameWithIt() {
        var probe = "{httpGet: {path: /health, port: 8000}}";
        apply(deployment("web", 0, "registry.example/app:1").replace("env: []", "readinessProbe: " + probe));
        apply(deployment("web", 0, "registry.example/app:1").replace("env: []", "livenessProbe: " + probe));

        var container = containers("web").getFirst();
        assertThat(container).containsKey("livenessProbe").doesNotContainKey("readinessProbe");
        assertThat(Tree.number(container, 0, "livenessProbe", "periodSeconds")).isEqualTo(10);
    }

    // -- conflicts

    @Test
    void aFieldOfAnotherManagerIsAConflictThatNamesTheManager() {
        apply(deployment("web", 0, "registry.example/app:1"));
        applyAs("somebody", manifest(scaled("web", 3)));

        assertThatExceptionOfType(ClusterException.Conflict.class)
                .isThrownBy(() -> cluster()
                        .apply(
                                manifest(deployment("web", 0, "registry.example/app:1")),
                                new ApplyOptions(null, false, false)))
                .withMessageContaining("conflict with \"somebody\"")
                .withMessageContaining(".spec.replicas");
    }

    @Test
    void forceTakesTheFieldOver() {
        apply(deployment("web", 0, "registry.example/app:1"));
        applyAs("somebody", manifest(scaled("web", 3)));
        var taken = apply(deployment("web", 0, "registry.example/app:1"));

        assertThat(Tree.number(taken.content(), -1, "spec", "replicas")).isZero();
        cluster().apply(manifest(deployment("web", 1, "registry.example/app:1")), new ApplyOptions(null, false, false));
    }

    @Test
    void anObjectThatIsNotTheOneMeantIsAConflict() {
        apply(configMap("settings", "{a: \"1\"}"));
        var other = configMap("settings", "{a: \"1\"}")
                .replace("name: settings", "name: settings, uid: 8a1e3cf0-0000-4000-8000-000000000000");

        assertThatExceptionOfType(ClusterException.Conflict.class).isThrownBy(() -> apply(other));
    }

    // -- wrong objects

    @Test
    void anUnknownFieldIsInvalidAndItsPathIsTold() {
        var wrong = deployment("web", 1, "registry.example/app:1").replace("env: []", "imagePolicy: Always");

        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> apply(wrong))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(ClusterException.FieldProblem::path)
                        .containsExactly("spec.template.spec.containers[name=\"main\"].imagePolicy"));
    }

    @Test
    void aValueOfTheWrongTypeIsInvalidAndItsPathIsTold() {
        var wrong = deployment("web", 1, "registry.example/app:1").replace("replicas: 1", "replicas: one");

        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> apply(wrong))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(ClusterException.FieldProblem::path)
                        .containsExactly("spec.replicas"));
    }

    @Test
    void aMissingFieldIsInvalidAndItsPathIsTold() {
        var wrong = deployment("web", 1, "registry.example/app:1").replace("image: registry.example/app:1, ", "");

        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> apply(wrong))
                .withMessageContaining("Deployment.apps \"web\" is invalid")
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(ClusterException.FieldProblem::path, ClusterException.FieldProblem::message)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(
                                "spec.template.spec.containers[0].image", "Required value")));
    }

    @Test
    void aNameThatIsNoneIsInvalid() {
        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> apply(configMap("Not_a_name", "{a: \"1\"}")))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(ClusterException.FieldProblem::path)
                        .containsExactly("metadata.name"));
    }

    @Test
    void theSelectorOfADeploymentDoesNotChange() {
        apply(deployment("web", 0, "registry.example/app:1"));
        var other = deployment("web", 0, "registry.example/app:1").replace("app: web", "app: other");

        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> apply(other))
                .withMessageContaining("field is immutable")
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(ClusterException.FieldProblem::path)
                        .containsExactly("spec.selector"));
    }

    @Test
    void theTemplateOfAJobDoesNotChange() {
        apply(job("task", "registry.example/task:1"));

        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> apply(job("task", "registry.example/task:2")))
                .withMessageContaining("field is immutable")
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(ClusterException.FieldProblem::path)
                        .containsExactly("spec.template"));
    }

    @Test
    void aMissingNamespaceIsMissing() {
        assertThatExceptionOfType(ClusterException.Missing.class)
                .isThrownBy(() -> apply(configMap("settings", "{a: \"1\"}").replace(namespace, "nowhere")))
                .withMessageContaining("namespaces \"nowhere\" not found");
    }

    @Test
    void aKindThatIsNotServedIsMissing() {
        assertThatExceptionOfType(ClusterException.Missing.class)
                .isThrownBy(
                        () -> apply("{apiVersion: nowhere.example/v1, kind: Thing, metadata: {name: a, namespace: %s}}"
                                .formatted(namespace)));
    }

    // -- dry run

    @Test
    void aDryRunAnswersAndLeavesNothing() {
        var answer =
                cluster().apply(manifest(deployment("web", 1, "registry.example/app:1")), ApplyOptions.OWN.asDryRun());

        assertThat(Tree.text(answer.object().content(), "spec", "strategy", "type"))
                .isEqualTo("RollingUpdate");
        assertThat(get("apps/v1", "Deployment", "web")).isEmpty();
    }

    @Test
    void aDryRunRefusesWhatIsWrong() {
        var wrong = deployment("web", 1, "registry.example/app:1").replace("replicas: 1", "replica: 1");

        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> cluster().apply(manifest(wrong), ApplyOptions.OWN.asDryRun()));
    }

    // -- reading and deleting

    @Test
    void listsByLabel() {
        apply(configMap("one", "{a: \"1\"}"));
        apply(configMap("two", "{a: \"1\"}").replace("part: contract", "part: other"));

        assertThat(cluster().list("v1", "ConfigMap", namespace, "part=contract"))
                .extracting(found -> found.key().name())
                .containsExactly("one");
        assertThat(cluster().list("v1", "ConfigMap", namespace, "part in (contract,other)"))
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.key().kind()).isEqualTo("ConfigMap"));
    }

    @Test
    void deletesOnlyTheObjectWithThatUid() {
        var applied = apply(configMap("settings", "{a: \"1\"}"));
        var key = applied.key();

        assertThat(cluster().delete(key, "8a1e3cf0-0000-4000-8000-000000000000", null))
                .isFalse();
        assertThat(cluster().get(key)).isPresent();
        assertThat(cluster().delete(key, applied.uid(), null)).isTrue();
        assertThat(cluster().get(key)).isEmpty();
        assertThat(cluster().delete(key, applied.uid(), null)).isFalse();
    }

    @Test
    void deletingADeploymentTakesItsPodsAlong() {
        var applied = apply(deployment("web", 2, "registry.example/app:1"));
        await().atMost(LONG).until(() -> pods("app=web").size() == 2);

        cluster().delete(applied.key(), applied.uid(), null);

        await().atMost(LONG).until(() -> pods("app=web").isEmpty());
    }

    @Test
    void deletingANamespaceTakesEverythingAlong() {
        apply(deployment("web", 1, "registry.example/app:1"));
        apply(claim("data", "1Gi"));
        await().atMost(LONG).until(() -> !pods("app=web").isEmpty());

        cluster().delete(new ObjectKey("v1", "Namespace", null, namespace), null, null);

        var gone = new ObjectKey("v1", "Namespace", null, namespace);
        await().atMost(LONG).until(() -> cluster().get(gone).isEmpty());
        assertThat(pods("")).isEmpty();
        assertThat(get("apps/v1", "Deployment", "web")).isEmpty();
    }

    // -- what the controllers do

    @Test
    void theDeploymentsPodsBecomeReady() {
        apply(deployment("web", 2, "registry.example/app:1"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                Tree.number(read("apps/v1", "Deployment", "web"), 0, "status", "availableReplicas"))
                        .isEqualTo(2));
        assertThat(condition(read("apps/v1", "Deployment", "web"), "Available"))
                .containsEntry("status", "True")
                .containsEntry("reason", "MinimumReplicasAvailable");
        assertThat(pods("app=web"))
                .allSatisfy(pod -> assertThat(condition(pod, "Ready")).containsEntry("status", "True"));
    }

    @Test
    void aNewTemplateReplacesThePods() {
        apply(deployment("web", 1, "registry.example/app:1"));
        await().atMost(LONG).until(() -> available("web") == 1);
        apply(deployment("web", 1, "registry.example/app:2"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(pods("app=web"))
                        .singleElement()
                        .satisfies(pod -> assertThat(Tree.text(
                                        Tree.maps(pod, "spec", "containers").getFirst(), "image"))
                                .isEqualTo("registry.example/app:2")));
    }

    @Test
    void aJobCompletes() {
        apply(job("task", "registry.example/task:1"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(condition(read("batch/v1", "Job", "task"), "Complete"))
                        .containsEntry("status", "True"));
        assertThat(Tree.number(read("batch/v1", "Job", "task"), 0, "status", "succeeded"))
                .isEqualTo(1);
    }

    @Test
    void aClaimIsBound() {
        apply(claim("data", "1Gi"));

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(Tree.text(read("v1", "PersistentVolumeClaim", "data"), "status", "phase"))
                                .isEqualTo("Bound"));
    }

    @Test
    void aPodThatFitsNoNodeSaysWhy() {
        apply(deployment("big", 1, "registry.example/app:1")
                .replace("env: []", "resources: {limits: {\"example.com/nothing\": 1}}"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(pods("app=big"))
                        .singleElement()
                        .satisfies(pod -> assertThat(condition(pod, "PodScheduled"))
                                .containsEntry("reason", "Unschedulable")
                                .extractingByKey("message")
                                .asString()
                                .matches("0/\\d+ nodes are available: \\d+ Insufficient example.com/nothing\\..*")));
        assertThat(cluster()
                        .logs(
                                namespace,
                                new Manifest(pods("app=big").getFirst()).key().name(),
                                null,
                                5))
                .isEmpty();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(cluster().events(namespace)).anySatisfy(event -> {
                    assertThat(event.reason()).isEqualTo("FailedScheduling");
                    assertThat(event.normal()).isFalse();
                    assertThat(event.subject().kind()).isEqualTo("Pod");
                }));
    }

    @Test
    void aGpuIsHeldByThePodThatGotIt() {
        var gpu = cluster().capabilities().nodes().stream()
                .flatMap(node -> node.allocatable().keySet().stream())
                .filter(resource -> resource.startsWith("nvidia.com/"))
                .findFirst()
                .orElseThrow();
        apply(deployment("gpu", 1, "registry.example/app:1")
                .replace("env: []", "resources: {limits: {\"%s\": 1}}".formatted(gpu)));

        await().atMost(LONG).until(() -> available("gpu") == 1);
        var node = Tree.text(pods("app=gpu").getFirst(), "spec", "nodeName");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(cluster().capabilities().nodes())
                        .filteredOn(found -> found.name().equals(node))
                        .singleElement()
                        .satisfies(
                                found -> assertThat(found.requested().get(gpu)).isPositive()));
    }

    // -- quota and limits

    @Test
    void aQuotaRefusesWhatGoesBeyondIt() {
        apply(quota("{persistentvolumeclaims: \"1\", requests.storage: 5Gi}"));
        await().atMost(LONG)
                .until(() -> Tree.map(read("v1", "ResourceQuota", "quota"), "status", "hard")
                                .size()
                        == 2);
        apply(claim("one", "1Gi"));

        assertThatExceptionOfType(ClusterException.Forbidden.class)
                .isThrownBy(() -> apply(claim("two", "1Gi")))
                .withMessageContaining("persistentvolumeclaims \"two\" is forbidden: exceeded quota: quota, requested: "
                        + "persistentvolumeclaims=1, used: persistentvolumeclaims=1, limited: persistentvolumeclaims=1")
                .satisfies(refused -> assertThat(refused.overQuota()).isTrue());
    }

    @Test
    void aQuotaRefusesThePodsOfADeployment() {
        apply(quota("{requests.cpu: \"1\"}"));
        await().atMost(LONG)
                .until(() -> !Tree.map(read("v1", "ResourceQuota", "quota"), "status", "hard")
                        .isEmpty());
        apply(deployment("web", 1, "registry.example/app:1").replace("env: []", "resources: {requests: {cpu: \"2\"}}"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(cluster().events(namespace)).anySatisfy(event -> {
                    assertThat(event.reason()).isEqualTo("FailedCreate");
                    assertThat(event.subject().kind()).isEqualTo("ReplicaSet");
                    assertThat(event.message())
                            .contains("is forbidden: exceeded quota: quota, requested: requests.cpu=2, used: "
                                    + "requests.cpu=0, limited: requests.cpu=1");
                }));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(condition(read("apps/v1", "Deployment", "web"), "ReplicaFailure"))
                        .containsEntry("reason", "FailedCreate"));
    }

    @Test
    void aLimitRangeGivesContainersWhatTheyDoNotAskFor() {
        apply("""
                {apiVersion: v1, kind: LimitRange, metadata: {name: limits, namespace: %s},
                 spec: {limits: [{type: Container, default: {cpu: "1", memory: 1Gi},
                 defaultRequest: {cpu: 100m, memory: 128Mi}}]}}""".formatted(namespace));
        apply(deployment("web", 1, "registry.example/app:1"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(pods("app=web")).singleElement().satisfies(pod -> {
                    var resources =
                            Tree.map(Tree.maps(pod, "spec", "containers").getFirst(), "resources");
                    assertThat(resources)
                            .isEqualTo(Map.of(
                                    "limits",
                                    Map.of("cpu", "1", "memory", "1Gi"),
                                    "requests",
                                    Map.of("cpu", "100m", "memory", "128Mi")));
                }));
    }

    // -- watching, events, logs

    @Test
    void theWatchTellsOfAddingChangingAndDeleting() throws Exception {
        var changes = new CopyOnWriteArrayList<ObjectChange>();
        try (var watching = cluster().watch(changes::add)) {
            assertThat(watching).isNotNull();
            var key = apply(configMap("settings", "{a: \"1\"}")).key();
            awaitChange(changes, key, ObjectChange.Type.ADDED);
            apply(configMap("settings", "{a: \"2\"}"));
            awaitChange(changes, key, ObjectChange.Type.MODIFIED);
            cluster().delete(key, null, null);
            awaitChange(changes, key, ObjectChange.Type.DELETED);
            assertThat(changes)
                    .filteredOn(change -> change.key().equals(key))
                    .allSatisfy(change -> assertThat(change.labels()).containsEntry("part", "contract"));
        }
    }

    @Test
    void theWatchTellsOfThePods() throws Exception {
        var changes = new CopyOnWriteArrayList<ObjectChange>();
        try (var watching = cluster().watch(changes::add)) {
            assertThat(watching).isNotNull();
            apply(deployment("web", 1, "registry.example/app:1"));

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(changes)
                            .filteredOn(change -> change.key().kind().equals("Pod")
                                    && namespace.equals(change.key().namespace()))
                            .extracting(ObjectChange::type)
                            .contains(ObjectChange.Type.ADDED, ObjectChange.Type.MODIFIED));
        }
    }

    @Test
    void theEventsTellWhatHappenedToAPodNewestFirst() {
        apply(deployment("web", 1, "registry.example/app:1"));
        await().atMost(LONG).until(() -> available("web") == 1);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(cluster().events(namespace))
                        .extracting(KubernetesEvent::reason)
                        .contains("ScalingReplicaSet", "SuccessfulCreate", "Scheduled"));
        assertThat(cluster().events(namespace))
                .extracting(KubernetesEvent::lastSeen)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void aRunningPodHasALog() {
        apply(deployment("web", 1, "registry.example/app:1"));
        await().atMost(LONG).until(() -> available("web") == 1);
        var pod = new Manifest(pods("app=web").getFirst()).key().name();

        assertThat(cluster().logs(namespace, pod, null, 5)).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(cluster().logs(namespace, pod, "main", 1)).hasSize(1);
        assertThatExceptionOfType(ClusterException.Missing.class)
                .isThrownBy(() -> cluster().logs(namespace, "nobody", null, 5));
    }

    // -- access

    @Test
    void aUserWithoutARoleIsForbidden() {
        var user = "slipway:contract:" + namespace;

        assertThatExceptionOfType(ClusterException.Forbidden.class)
                .isThrownBy(() -> cluster().apply(manifest(configMap("settings", "{a: \"1\"}")), ApplyOptions.as(user)))
                .withMessageContaining(
                        ("configmaps \"settings\" is forbidden: User \"%s\" cannot patch resource \"configmaps\" in API"
                                        + " group \"\" in the namespace \"%s\"")
                                .formatted(user, namespace))
                .satisfies(refused -> assertThat(refused.overQuota()).isFalse());
    }

    @Test
    void aUserMayDoWhatTheRoleSaysAndNoMore() {
        var user = "slipway:contract:" + namespace;
        grant(user, "{apiGroups: [\"\"], resources: [configmaps], verbs: [get, create, patch, delete]}");
        await().atMost(LONG).until(() -> cluster().mayUserDo(user, List.of(), "patch", "", "configmaps", namespace));

        var applied = cluster()
                .apply(manifest(configMap("settings", "{a: \"1\"}")), ApplyOptions.as(user))
                .object();
        assertThatExceptionOfType(ClusterException.Forbidden.class)
                .isThrownBy(() -> cluster()
                        .apply(manifest(deployment("web", 1, "registry.example/app:1")), ApplyOptions.as(user)));
        assertThat(cluster().mayUserDo(user, List.of(), "delete", "apps", "deployments", namespace))
                .isFalse();
        assertThat(cluster().mayUserDo(user, List.of(), "patch", "", "configmaps", "default"))
                .isFalse();
        assertThat(cluster().delete(applied.key(), applied.uid(), user)).isTrue();
    }

    @Test
    void aGroupMayDoWhatItsRoleSays() {
        apply("""
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: people, namespace: %s},
                 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view},
                 subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "slipway:contract"}]}""".formatted(namespace));

        await().atMost(LONG)
                .until(() -> cluster().mayUserDo("anna", List.of("slipway:contract"), "list", "", "pods", namespace));
        assertThat(cluster().mayUserDo("anna", List.of(), "list", "", "pods", namespace))
                .isFalse();
        assertThat(cluster().mayUserDo("anna", List.of("slipway:contract"), "delete", "", "pods", namespace))
                .isFalse();
    }

    // -- what the cluster offers

    @Test
    void tellsWhatItOffers() {
        var offers = cluster().capabilities();

        assertThat(offers.version()).startsWith("v1.");
        assertThat(offers.serves("apps/v1/Deployment")).isTrue();
        assertThat(offers.serves("nowhere.example/v1/Thing")).isFalse();
        assertThat(offers.storageClasses()).isNotEmpty();
        assertThat(offers.nodes()).isNotEmpty().allSatisfy(node -> {
            assertThat(node.ready()).isTrue();
            assertThat(node.labels()).containsKey("kubernetes.io/hostname");
            assertThat(node.allocatable()).containsKeys("cpu", "memory");
        });
        assertThat(cluster().ping()).isPositive();
    }

    // -- helpers

    final String deployment(String name, int replicas, String image) {
        return """
                {apiVersion: apps/v1, kind: Deployment,
                 metadata: {name: %1$s, namespace: %2$s, labels: {part: contract, app.kubernetes.io/managed-by: slipway}},
                 spec: {replicas: %3$d, selector: {matchLabels: {app: %1$s}},
                 template: {metadata: {labels: {app: %1$s, app.kubernetes.io/managed-by: slipway}},
                 spec: {containers: [{name: main, image: %4$s, env: []}]}}}}""".formatted(name, namespace, replicas, image);
    }

    final String namespace() {
        return namespace;
    }

    private String scaled(String name, int replicas) {
        return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: %s, namespace: %s}, spec: {replicas: %d}}"
                .formatted(name, namespace, replicas);
    }

    private String configMap(String name, String data) {
        return """
                {apiVersion: v1, kind: ConfigMap,
                 metadata: {name: %s, namespace: %s, labels: {part: contract, app.kubernetes.io/managed-by: slipway}},
                 data: %s}""".formatted(name, namespace, data);
    }

    private String job(String name, String image) {
        return """
                {apiVersion: batch/v1, kind: Job, metadata: {name: %s, namespace: %s},
                 spec: {template: {spec: {restartPolicy: Never, containers: [{name: main, image: %s}]}}}}""".formatted(name, namespace, image);
    }

    private String claim(String name, String storage) {
        return """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: %s, namespace: %s},
                 spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}}""".formatted(name, namespace, storage);
    }

    private String quota(String hard) {
        return "{apiVersion: v1, kind: ResourceQuota, metadata: {name: quota, namespace: %s}, spec: {hard: %s}}"
                .formatted(namespace, hard);
    }

    private void grant(String user, String rule) {
        apply("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: %s}, rules: [%s]}"
                .formatted(namespace, rule));
        apply("""
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: r, namespace: %s},
                 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r},
                 subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: "%s"}]}""".formatted(namespace, user));
    }

    final Manifest apply(String yaml) {
        return cluster().apply(manifest(yaml), ApplyOptions.OWN).object();
    }

    @SuppressWarnings("unchecked")
    private static Manifest manifest(String yaml) {
        var loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new Manifest((Map<String, Object>) loaded);
    }

    /** As somebody with kubectl would, taking over what they mean. */
    private void applyAs(String fieldManager, Manifest manifest) {
        cluster().apply(manifest, ApplyOptions.OWN.byManager(fieldManager));
    }

    private Optional<Manifest> get(String apiVersion, String kind, String name) {
        return cluster().get(new ObjectKey(apiVersion, kind, namespace, name));
    }

    private Map<String, Object> read(String apiVersion, String kind, String name) {
        return get(apiVersion, kind, name).map(Manifest::content).orElse(Map.of());
    }

    private Map<String, String> data(String name) {
        return Tree.texts(read("v1", "ConfigMap", name), "data");
    }

    private List<Map<String, Object>> containers(String deployment) {
        return Tree.maps(read("apps/v1", "Deployment", deployment), "spec", "template", "spec", "containers");
    }

    private List<Map<String, Object>> pods(String selector) {
        return cluster().list("v1", "Pod", namespace, selector).stream()
                .map(Manifest::content)
                .toList();
    }

    private long available(String deployment) {
        return Tree.number(read("apps/v1", "Deployment", deployment), 0, "status", "availableReplicas");
    }

    private static Map<String, Object> condition(Map<String, Object> object, String type) {
        return Tree.maps(object, "status", "conditions").stream()
                .filter(condition -> Tree.text(condition, "type").equals(type))
                .findFirst()
                .orElse(Map.of());
    }

    private static void awaitChange(List<ObjectChange> changes, ObjectKey key, ObjectChange.Type type) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(changes).anySatisfy(change -> {
                    assertThat(change.key()).isEqualTo(key);
                    assertThat(change.type()).isEqualTo(type);
                }));
    }
}
