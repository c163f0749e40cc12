package dev.slipway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.RecordedEntry;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Quotas;
import dev.slipway.team.Teams;
import dev.slipway.testing.SlipwayTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An installation whose people come through an identity provider, and whose teams stand in the settings. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.access.admin=root",
            "slipway.access.groups[0].name=claims",
            "slipway.access.groups[0].role=developer",
            "slipway.access.groups[0].team=claims",
            "slipway.team.teams[0].name=claims",
            "slipway.team.teams[0].title=Claims",
            "slipway.team.teams[0].clusters=local",
            "slipway.team.teams[0].ceiling.cores=96",
            "slipway.team.teams[0].ceiling.gpu.H100=24",
            "slipway.team.teams[0].ceiling.monthly=6500"
        })
class ProviderSignInTests {

    private static final TeamId CLAIMS = new TeamId("claims");

    @Autowired
    ProviderSignIn signIn;

    @Autowired
    People people;

    @Autowired
    Teams teams;

    @Autowired
    Quotas quotas;

    @Autowired
    AuditTrail trail;

    @Test
    void rolesAreReadAnewAtEachSignIn() {
        signIn.cameThrough(person("mira.okafor", Set.of(), Map.of(CLAIMS, TeamRole.DEVELOPER)));
        assertThat(caller("mira.okafor").mayWork(CLAIMS)).isTrue();

        signIn.cameThrough(person("mira.okafor", Set.of(PlatformRole.AUDITOR), Map.of()));

        assertThat(caller("mira.okafor").mayWork(CLAIMS)).isFalse();
        assertThat(caller("mira.okafor").isAuditor()).isTrue();
        assertThat(trail.search(AuditQuery.EVERYTHING).entries())
                .extracting(RecordedEntry::entry)
                .filteredOn(entry -> entry.action().equals("person.roles-read")
                        && entry.subject().equals("mira.okafor"))
                .extracting(
                        entry -> entry.details().get("roles"),
                        entry -> entry.details().get("teams"))
                .containsExactly(tuple("AUDITOR", ""), tuple("", "claims DEVELOPER"));
    }

    @Test
    void theFirstAdminStaysOneWhateverTheGroupsSay() {
        signIn.cameThrough(person("root", Set.of(), Map.of()));

        assertThat(caller("root").isPlatformAdmin()).isTrue();
    }

    @Test
    void teamsOfTheSettingsAreThereWithTheirCeiling() {
        var claims = teams.get(CLAIMS);
        assertThat(claims.title()).isEqualTo("Claims");
        assertThat(claims.environments())
                .extracting(environment -> environment.id().name())
                .containsExactly("dev", "test", "prod");
        var ceiling = quotas.of(CLAIMS).ceiling();
        assertThat(ceiling.amounts().cpuMillis()).isEqualTo(96_000);
        assertThat(ceiling.amounts().gpu("H100")).isEqualTo(GpuSlices.of(24));
        assertThat(ceiling.monthly()).isEqualTo(Money.of("6500"));
    }

    private Caller caller(String person) {
        return people.caller(new PersonId(person)).orElseThrow();
    }

    private static PersonView person(String id, Set<PlatformRole> roles, Map<TeamId, TeamRole> teams) {
        return new PersonView(new PersonId(id), id, roles, teams, ApproverScope.NONE);
    }
}
