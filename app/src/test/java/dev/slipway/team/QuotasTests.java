package dev.slipway.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.testing.SlipwayTest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SlipwayTest
class QuotasTests {

    private static final Caller ADMIN =
            new Caller(new PersonId("ana"), "Ana", Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE);
    private static final Caller OTHER =
            new Caller(new PersonId("mira"), "Mira", Set.of(), Map.of(), ApproverScope.NONE);

    @Autowired
    Quotas quotas;

    @Autowired
    StoredTeams teams;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    InstantSource clock;

    TeamId team = new TeamId("unset");

    @BeforeEach
    void aTeamWithEightSlicesAndThousandEuros() {
        team = new TeamId("t" + Long.toString(System.nanoTime(), 36));
        teams.add(new TeamView(team, "Test", 1, List.of()));
        quotas.setCeiling(ADMIN, team, slices(8, "1000"));
    }

    @Test
    void neverExceedsTheCeilingHoweverManyAskAtOnce() throws Exception {
        quotas.setCeiling(ADMIN, team, slices(150, "1000000"));
        var answers = new ConcurrentLinkedQueue<Reserving>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var together = new CyclicBarrier(200);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker = 0; worker < 200; worker++) {
                workers.execute(() -> {
                    try {
                        together.await();
                        answers.add(inTransaction(() -> quotas.reserve(InstanceId.random(), team, slices(1, "10"))));
                    } catch (Exception failure) {
                        failures.add(failure);
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
        assertThat(answers).filteredOn(Reserving.Reserved.class::isInstance).hasSize(150);
        assertThat(answers).filteredOn(Reserving.OverQuota.class::isInstance).hasSize(50);
        assertThat(quotas.of(team).reserved()).isEqualTo(slices(150, "1500"));
        assertThat(quotas.of(team).free().amounts()).isEqualTo(Amounts.NONE);
    }

    @Test
    void saysExactlyWhatIsMissingAndChangesNothing() {
        var holder = InstanceId.random();
        assertThat(reserve(holder, slices(10, "1000.01"))).isEqualTo(new Reserving.OverQuota(slices(2, "0.01")));
        assertThat(quotas.preview(team, Optional.empty(), slices(10, "1000.01")))
                .isEqualTo(slices(2, "0.01"));
        assertThat(quotas.of(team).reserved()).isEqualTo(Holding.NONE);
    }

    @Test
    void replacesWhatTheHolderHeldBefore() {
        var holder = InstanceId.random();
        assertThat(reserve(holder, slices(6, "600"))).isInstanceOf(Reserving.Reserved.class);
        assertThat(quotas.preview(team, Optional.of(holder), slices(8, "700"))).isEqualTo(Holding.NONE);
        assertThat(reserve(holder, slices(8, "700"))).isInstanceOf(Reserving.Reserved.class);
        assertThat(quotas.of(team).reserved()).isEqualTo(slices(8, "700"));
        transactions.executeWithoutResult(transaction -> quotas.release(holder));
        assertThat(quotas.of(team).reserved()).isEqualTo(Holding.NONE);
    }

    @Test
    void whatIsReplacedIsHeldBesideItsSuccessorUntilThatIsSettled() {
        var holder = InstanceId.random();
        reserve(holder, slices(6, "100"));

        assertThat(inTransaction(() -> quotas.extend(holder, team, slices(1, "300"))))
                .isInstanceOf(Reserving.Reserved.class);
        assertThat(quotas.held(holder)).isEqualTo(slices(6, "300"));
        assertThat(reserve(InstanceId.random(), slices(3, "0"))).isInstanceOf(Reserving.OverQuota.class);
        assertThat(inTransaction(() -> quotas.extend(holder, team, slices(9, "0"))))
                .isEqualTo(new Reserving.OverQuota(slices(1, "0")));

        assertThat(reserve(holder, slices(1, "300"))).isInstanceOf(Reserving.Reserved.class);
        assertThat(quotas.held(holder)).isEqualTo(slices(1, "300"));
    }

    @Test
    void grantsExactlyWhatIsMissingAndReservesItInOneStep() {
        reserve(InstanceId.random(), slices(5, "500"));
        var until = clock.instant().plus(Duration.ofDays(30));
        var granted = inTransaction(() ->
                quotas.grantAndReserve(ADMIN, InstanceId.random(), team, slices(4, "400"), until, "For the rehearsal"));
        assertThat(granted).isEqualTo(slices(1, "0"));
        var view = quotas.of(team);
        assertThat(view.granted()).isEqualTo(slices(1, "0"));
        assertThat(view.reserved()).isEqualTo(slices(9, "900"));
        assertThat(view.free()).isEqualTo(slices(0, "100"));
        assertThat(view.grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.reason()).isEqualTo("For the rehearsal"));
    }

    @Test
    void keepsWhatIsHeldWhenAGrantRunsOutButGivesNothingNewOnIt() {
        var holder = InstanceId.random();
        inTransaction(() -> quotas.grantAndReserve(
                ADMIN, holder, team, slices(10, "900"), clock.instant().plusSeconds(60), "Soon over"));
        database.sql("update team.quota_grant set since = since - interval '1 day', until = until - interval '1 day'")
                .update();
        var view = quotas.of(team);
        assertThat(view.grants()).isEmpty();
        assertThat(view.free()).isEqualTo(slices(0, "100"));
        assertThat(reserve(InstanceId.random(), slices(1, "1"))).isEqualTo(new Reserving.OverQuota(slices(3, "0")));
        assertThat(reserve(holder, slices(9, "950"))).isInstanceOf(Reserving.Reserved.class);
        assertThat(quotas.of(team).reserved()).isEqualTo(slices(9, "950"));
    }

    @Test
    void countsSharesOfASliceExactly() {
        var third = new Holding(Amounts.ofGpu("H100", GpuSlices.shareOf(8, 3)), Money.ZERO);
        for (var share = 0; share < 3; share++) {
            assertThat(reserve(InstanceId.random(), third)).isInstanceOf(Reserving.Reserved.class);
        }
        assertThat(reserve(InstanceId.random(), new Holding(Amounts.ofGpu("H100", new GpuSlices(1)), Money.ZERO)))
                .isInstanceOf(Reserving.OverQuota.class);
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> quotas.reserve(InstanceId.random(), team, slices(1, "1")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> quotas.release(InstanceId.random()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void ceilingsAreSetByPlatformAdminsAndNeverBelowWhatIsHeld() {
        reserve(InstanceId.random(), slices(8, "10"));
        assertThatThrownBy(() -> quotas.setCeiling(OTHER, team, slices(9, "1000")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> quotas.setCeiling(ADMIN, team, slices(7, "1000")))
                .isInstanceOf(ConflictException.class);
        assertThat(quotas.of(team).ceiling()).isEqualTo(slices(8, "1000"));
    }

    @Test
    void anUnknownTeamIsNotFound() {
        assertThatThrownBy(() -> quotas.of(new TeamId("nobody"))).isInstanceOf(NotFoundException.class);
    }

    private Reserving reserve(InstanceId holder, Holding holding) {
        return inTransaction(() -> quotas.reserve(holder, team, holding));
    }

    private <T> T inTransaction(Supplier<T> act) {
        return java.util.Objects.requireNonNull(transactions.execute(transaction -> act.get()));
    }

    private static Holding slices(long count, String monthly) {
        return new Holding(Amounts.ofGpu("H100", GpuSlices.of(count)), Money.of(monthly));
    }
}
