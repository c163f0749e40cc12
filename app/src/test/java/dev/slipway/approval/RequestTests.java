package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.TeamRole;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final TeamId CLAIMS = new TeamId("claims");
    private static final Caller MIRA = caller("mira", Map.of(CLAIMS, TeamRole.DEVELOPER), ApproverScope.ALL);
    private static final Caller TOMASZ = caller("tomasz", Map.of(), ApproverScope.of(CLAIMS));
    private static final Caller STRANGER = caller("stranger", Map.of(), ApproverScope.of(new TeamId("fraud")));

    private final Request request = asked();

    @Test
    void endsOnce() {
        request.decline(TOMASZ.person(), NOW, "Wait");

        assertThatThrownBy(() -> request.approve(TOMASZ.person(), NOW, "", Holding.NONE, NOW))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> request.withdraw(MIRA.person(), NOW, "")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> request.requireDecidableBy(TOMASZ)).isInstanceOf(ConflictException.class);
        assertThat(request.status()).isEqualTo(RequestStatus.DECLINED);
        assertThat(request.verdict())
                .hasValue(new Request.Verdict(TOMASZ.person(), NOW, "Wait", Optional.empty(), Optional.empty()));
    }

    @Test
    void isDecidedBySomebodyElseWithinTheirScope() {
        request.requireDecidableBy(TOMASZ);

        assertThat(request.mayBeDecidedBy(TOMASZ)).isTrue();
        assertThat(request.mayBeDecidedBy(MIRA)).isFalse();
        assertThat(request.mayBeDecidedBy(STRANGER)).isFalse();
        assertThatThrownBy(() -> request.requireDecidableBy(MIRA)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> request.requireDecidableBy(STRANGER)).isInstanceOf(RefusedException.class);
    }

    @Test
    void isWithdrawnByWhoAskedOrAnOwner() {
        assertThat(request.mayBeWithdrawnBy(MIRA)).isTrue();
        assertThat(request.mayBeWithdrawnBy(caller("henrik", Map.of(CLAIMS, TeamRole.OWNER), ApproverScope.NONE)))
                .isTrue();
        assertThat(request.mayBeWithdrawnBy(TOMASZ)).isFalse();
        assertThat(request.mayBeWithdrawnBy(caller("mira", Map.of(), ApproverScope.NONE)))
                .isFalse();
        assertThat(request.mayBeSeenBy(TOMASZ)).isTrue();
        assertThat(request.mayBeSeenBy(MIRA)).isTrue();
        assertThat(request.mayBeSeenBy(caller("mira", Map.of(), ApproverScope.NONE)))
                .as("who asked and has left the team")
                .isFalse();
        assertThat(request.mayBeSeenBy(STRANGER)).isFalse();
    }

    private static Request asked() {
        var asked = new NewRequest(
                RequestKind.QUOTA,
                CLAIMS,
                Optional.empty(),
                "More",
                "Documents",
                List.of("More quota needs a sign-off"),
                Holding.NONE,
                Holding.NONE,
                Optional.empty(),
                List.of());
        return new Request(RequestId.random(), asked, MIRA.person(), NOW, Optional.empty());
    }

    private static Caller caller(String name, Map<TeamId, TeamRole> teams, ApproverScope approves) {
        return new Caller(new PersonId(name), name, Set.of(), teams, approves);
    }
}
