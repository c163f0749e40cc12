package dev.slipway.provisioning.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.TeamId;
import dev.slipway.model.WeightsCache;
import dev.slipway.provisioning.settings.ProvisioningSettings.Registry;
import dev.slipway.provisioning.state.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GuardManifestsTests {

    private static final EnvironmentId CLAIMS = new EnvironmentId(new TeamId("claims"), "test");

    private final List<Manifest> guards = GuardManifests.of(
            CLAIMS, EnvironmentKind.TEST, new TreeMap<>(Map.of("pods", "4")), new Registry("", List.of(), 443));

    private Manifest guard(String kind, String name) {
        return guards.stream()
                .filter(each ->
                        each.key().kind().equals(kind) && each.key().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Object rule, String field) {
        return Fields.list(rule, field).stream().map(String::valueOf).toList();
    }

    @Test
    void beginsWithTheNamespaceUnderRestrictedPodSecurity() {
        assertThat(guards.getFirst().key().kind()).isEqualTo("Namespace");
        assertThat(Fields.map(guards.getFirst().content(), "metadata", "labels"))
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted")
                .containsEntry("pod-security.kubernetes.io/warn", "restricted")
                .containsEntry("pod-security.kubernetes.io/audit", "restricted")
                .containsEntry("slipway.dev/team", "claims");
    }

    @Test
    void theApplyingIdentityMayNotTouchWhatGuardsOrGivesRights() {
        var rules = Fields.list(guard("Role", GuardNames.APPLYING).content(), "rules");

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(words(rule, "resources"))
                    .doesNotContain(
                            "*",
                            "secrets",
                            "serviceaccounts",
                            "serviceaccounts/token",
                            "resourcequotas",
                            "limitranges",
                            "networkpolicies",
                            "roles",
                            "rolebindings");
            assertThat(words(rule, "verbs")).doesNotContain("*", "bind", "escalate", "impersonate");
            assertThat(words(rule, "apiGroups")).doesNotContain("*", "rbac.authorization.k8s.io");
        });
    }

    @Test
    void theTeamsPeopleLookOnlyAndSeeNoSecrets() {
        var rules = Fields.list(guard("Role", GuardNames.TEAM).content(), "rules");

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(words(rule, "verbs")).doesNotContain("create", "update", "patch", "delete");
            assertThat(words(rule, "resources")).doesNotContain("secrets");
        });
    }

    @Test
    void workloadsHaveAnAccountWithoutToken() {
        assertThat(guard("ServiceAccount", "default").content()).containsEntry("automountServiceAccountToken", false);
        assertThat(guard("ServiceAccount", GuardNames.WORKLOADS).content())
                .containsEntry("automountServiceAccountToken", false);
    }

    @Test
    void aRegistryThatIsNowhereOpensNothing() {
        assertThat(Fields.list(guard("NetworkPolicy", GuardNames.WEIGHTS).content(), "spec", "egress"))
                .isEmpty();
    }

    @Test
    void aRegistryOutsideIsOpenedByItsAddressAndPortToFetchersOnly() {
        var policy = GuardPolicies.weights(CLAIMS, new Registry("", List.of("10.9.8.0/24"), 5000));

        assertThat(Fields.map(policy.content(), "spec", "podSelector", "matchLabels"))
                .isEqualTo(WeightsCache.POD_LABELS);
        assertThat(Fields.list(policy.content(), "spec", "egress"))
                .isEqualTo(List.of(Map.of(
                        "to",
                        List.of(Map.of("ipBlock", Map.of("cidr", "10.9.8.0/24"))),
                        "ports",
                        List.of(Map.of("protocol", "TCP", "port", 5000L)))));
    }
}
