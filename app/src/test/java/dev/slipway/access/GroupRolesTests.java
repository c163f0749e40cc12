package dev.slipway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.access.AccessSettings.Group;
import dev.slipway.access.AccessSettings.Role;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupRolesTests {

    private static final TeamId CLAIMS = new TeamId("claims");
    private static final TeamId FRAUD = new TeamId("fraud");

    private final GroupRoles roles = new GroupRoles(new AccessSettings(
            "admin",
            "groups",
            List.of(
                    new Group("platform", Role.PLATFORM_ADMIN, null),
                    new Group("audit", Role.AUDITOR, null),
                    new Group("approvers", Role.APPROVER, null),
                    new Group("fraud-leads", Role.APPROVER, "fraud"),
                    new Group("fraud-leads", Role.OWNER, "fraud"),
                    new Group("claims-leads", Role.OWNER, "claims"),
                    new Group("claims", Role.DEVELOPER, "claims"))));

    @Test
    void everyGroupCounts() {
        assertThat(of("platform", "audit").roles())
                .containsExactlyInAnyOrder(PlatformRole.PLATFORM_ADMIN, PlatformRole.AUDITOR);
        assertThat(of("claims", "fraud-leads").teams())
                .isEqualTo(Map.of(CLAIMS, TeamRole.DEVELOPER, FRAUD, TeamRole.OWNER));
        assertThat(of("fraud-leads").approves()).isEqualTo(ApproverScope.of(FRAUD));
        assertThat(of("fraud-leads", "approvers").approves()).isEqualTo(ApproverScope.ALL);
    }

    @Test
    void whoIsBothIsAnOwner() {
        assertThat(of("claims-leads", "claims").teams()).isEqualTo(Map.of(CLAIMS, TeamRole.OWNER));
    }

    @Test
    void pathsBeginWithASlashAtSomeProviders() {
        assertThat(of("/audit").roles()).containsExactly(PlatformRole.AUDITOR);
    }

    @Test
    void nobodyIsAnythingByAGroupThatTheSettingsDoNotName() {
        for (var claims : List.<Map<String, Object>>of(Map.of("groups", List.of("lunch")), Map.of())) {
            var nobody = roles.of(new PersonId("mira.okafor"), "Mira Okafor", claims);
            assertThat(nobody.roles()).isEmpty();
            assertThat(nobody.teams()).isEmpty();
            assertThat(nobody.approves().isNone()).isTrue();
        }
    }

    @Test
    void aSingleGroupMayBeToldAsAText() {
        assertThat(roles.of(new PersonId("mira.okafor"), "Mira Okafor", Map.of("groups", "audit"))
                        .roles())
                .containsExactly(PlatformRole.AUDITOR);
    }

    @Test
    void aGroupWithoutItsTeamOrWithOneTooManyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Group("claims", Role.DEVELOPER, null))
                .withMessage("slipway.access.groups: claims as DEVELOPER needs a team");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Group("audit", Role.AUDITOR, "claims"))
                .withMessage("slipway.access.groups: audit as AUDITOR has no use for a team");
    }

    private PersonView of(String... groups) {
        return roles.of(new PersonId("mira.okafor"), "Mira Okafor", Map.of("groups", List.of(groups)));
    }
}
