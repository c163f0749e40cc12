package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.CLAIMS;
import static dev.slipway.provisioning.Launching.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.guard.GuardNames;
import dev.slipway.provisioning.state.Fields;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a real API server lets the two identities of an environment do, and what stands before the first workload. */
@ApiServerTest
class TenancyIT {

    private static final EnvironmentId PROD = new EnvironmentId(CLAIMS, "prod");
    private static final EnvironmentId OTHER = new EnvironmentId(new TeamId("fraud"), "test");

    private static final List<String> VERBS =
            List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

    private static final Set<String> KINDS = Set.of(
            "/bindings",
            "/configmaps",
            "/endpoints",
            "/events",
            "/limitranges",
            "/persistentvolumeclaims",
            "/pods",
            "/pods/attach",
            "/pods/ephemeralcontainers",
            "/pods/eviction",
            "/pods/exec",
            "/pods/log",
            "/pods/portforward",
            "/pods/proxy",
            "/replicationcontrollers",
            "/resourcequotas",
            "/resourcequotas/status",
            "/secrets",
            "/serviceaccounts",
            "/serviceaccounts/token",
            "/services",
            "/services/proxy",
            "apps/daemonsets",
            "apps/deployments",
            "apps/replicasets",
            "apps/statefulsets",
            "autoscaling/horizontalpodautoscalers",
            "batch/cronjobs",
            "batch/jobs",
            "coordination.k8s.io/leases",
            "discovery.k8s.io/endpointslices",
            "networking.k8s.io/ingresses",
            "networking.k8s.io/networkpolicies",
            "policy/poddisruptionbudgets",
            "rbac.authorization.k8s.io/rolebindings",
            "rbac.authorization.k8s.io/roles",
            "resource.k8s.io/resourceclaims",
            "resource.k8s.io/resourceclaimtemplates");

    private static final List<String> GUARDS = List.of(
            "/limitranges",
            "/resourcequotas",
            "/resourcequotas/status",
            "/secrets",
            "/serviceaccounts",
            "/serviceaccounts/token",
            "networking.k8s.io/networkpolicies",
            "rbac.authorization.k8s.io/rolebindings",
            "rbac.authorization.k8s.io/roles");

    @Autowired
    Launching launching;

    @Autowired
    RealClusters clusters;

    @AfterEach
    void endWhatIsLeft() {
        launching.endAll();
    }

    @Test
    void guardsStandBeforeTheFirstWorkload() {
        clusters.hamburg().forget();
        launching.await(launching.launch(Launching.form(PROD, "guarded", Map.of())), InstanceState.READY);

        var calls = clusters.hamburg().calls();
        var first = calls.stream()
                .filter(call -> call.user() != null || call.isOf("Job"))
                .findFirst()
                .orElseThrow();
        assertThat(calls.subList(0, calls.indexOf(first)))
                .extracting(call -> call.key().kind() + " " + call.key().name())
                .startsWith("Namespace " + PROD.namespace())
                .contains(
                        "ResourceQuota " + GuardNames.QUOTA,
                        "LimitRange " + GuardNames.LIMITS,
                        "NetworkPolicy " + GuardNames.DEFAULT_DENY,
                        "NetworkPolicy " + GuardNames.DNS,
                        "NetworkPolicy " + GuardNames.WEIGHTS,
                        "ServiceAccount default",
                        "ServiceAccount " + GuardNames.WORKLOADS,
                        "Role " + GuardNames.APPLYING,
                        "RoleBinding " + GuardNames.APPLYING);
        var firstPod = clusters.hamburg().list("v1", "Pod", PROD.namespace(), "").stream()
                .map(TenancyIT::created)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(List.of(
                        guard("v1", "ResourceQuota", GuardNames.QUOTA),
                        guard("v1", "LimitRange", GuardNames.LIMITS),
                        guard("networking.k8s.io/v1", "NetworkPolicy", GuardNames.DEFAULT_DENY),
                        guard("rbac.authorization.k8s.io/v1", "RoleBinding", GuardNames.APPLYING)))
                .allSatisfy(guard -> assertThat(created(guard)).isBeforeOrEqualTo(firstPod));
    }

    private Manifest guard(String apiVersion, String kind, String name) {
        return clusters.hamburg()
                .get(new ObjectKey(apiVersion, kind, PROD.namespace(), name))
                .orElseThrow();
    }

    /** To the second, as API servers tell it. */
    private static Instant created(Manifest live) {
        return Instant.parse(Fields.text(live.content(), "metadata", "creationTimestamp"));
    }

    @Test
    void theApplyingIdentityStaysInItsNamespaceAndLeavesTheGuardsAlone() {
        launchInBothTeams();
        var applying = GuardNames.applyingUser(TEST);

        assertThat(allowed(applying, TEST)).contains("create apps/deployments", "patch /services", "delete batch/jobs");
        assertThat(allowed(applying, OTHER)).isEmpty();
        assertThat(allowed(applying, PROD)).isEmpty();
        assertThat(allowed(applying, TEST).stream().map(right -> right.substring(right.indexOf(' ') + 1)))
                .doesNotContainAnyElementsOf(GUARDS);
        assertThat(allowed(applying, TEST))
                .doesNotContain(
                        "create /pods/exec", "create /pods/attach", "create /pods/portforward", "get /pods/log");
        for (var verb : List.of("bind", "escalate")) {
            assertThat(may(applying, verb, "rbac.authorization.k8s.io/roles", TEST.namespace()))
                    .as(verb)
                    .isFalse();
        }
        assertThat(clusterWide(applying)).isEmpty();
    }

    @Test
    void theWorkloadsIdentityMayDoNothingAnywhere() {
        launchInBothTeams();

        for (var account : List.of("default", GuardNames.WORKLOADS)) {
            var workload = "system:serviceaccount:" + TEST.namespace() + ":" + account;
            assertThat(allowed(workload, TEST)).as(account).isEmpty();
            assertThat(allowed(workload, OTHER)).as(account).isEmpty();
            assertThat(clusterWide(workload)).as(account).isEmpty();
        }
    }

    private void launchInBothTeams() {
        launching.await(launching.launch("bounded"), InstanceState.READY);
        launching.await(launching.launch(Launching.form(OTHER, "next-door", Map.of())), InstanceState.READY);
    }

    private Set<String> allowed(String user, EnvironmentId environment) {
        var allowed = new TreeSet<String>();
        for (var kind : KINDS) {
            VERBS.stream()
                    .filter(verb -> may(user, verb, kind, environment.namespace()))
                    .forEach(verb -> allowed.add(verb + " " + kind));
        }
        return allowed;
    }

    private Set<String> clusterWide(String user) {
        var allowed = new TreeSet<String>();
        for (var right : List.of(
                "impersonate /users",
                "impersonate /groups",
                "impersonate /serviceaccounts",
                "create /namespaces",
                "patch /namespaces",
                "delete /namespaces",
                "list /namespaces",
                "get /nodes",
                "list /nodes",
                "list /persistentvolumes",
                "create rbac.authorization.k8s.io/clusterroles",
                "create rbac.authorization.k8s.io/clusterrolebindings",
                "create apiextensions.k8s.io/customresourcedefinitions",
                "create admissionregistration.k8s.io/validatingwebhookconfigurations",
                "list /secrets",
                "create /pods")) {
            var words = right.split(" ", -1);
            if (may(user, words[0], words[1], null)) {
                allowed.add(right);
            }
        }
        return allowed;
    }

    private boolean may(String user, String verb, String kind, @Nullable String namespace) {
        var slash = kind.indexOf('/');
        return clusters.hamburg()
                .mayUserDo(user, groups(user), verb, kind.substring(0, slash), kind.substring(slash + 1), namespace);
    }

    /** As the API server would put them. */
    private static List<String> groups(String user) {
        return user.startsWith("system:serviceaccount:")
                ? List.of(
                        "system:serviceaccounts", "system:serviceaccounts:" + TEST.namespace(), "system:authenticated")
                : List.of("system:authenticated");
    }
}
