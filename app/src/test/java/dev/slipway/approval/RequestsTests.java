package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.TeamRole;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import dev.slipway.team.Reserving;
import dev.slipway.testing.SlipwayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

@SlipwayTest
@ActiveProfiles("demo")
@Import(RequestsTests.Listening.class)
class RequestsTests {

    private static final TeamId CLAIMS = new TeamId("claims");
    private static final Caller MIRA = member("mira.okafor", CLAIMS, ApproverScope.NONE);
    private static final Caller TOMASZ = approver("tomasz.nowak", ApproverScope.ALL);
    private static final Caller JONAS = approver("jonas.lindqvist", ApproverScope.of(new TeamId("fraud")));
    private final Instant later = Instant.now().plus(Duration.ofDays(30));

    @Autowired
    Requests requests;

    @Autowired
    Quotas quotas;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    AuditTrail trail;

    @Autowired
    Listening listening;

    @Test
    void approvalGrantsExactlyWhatIsMissingAndReservesIt() {
        var instance = InstanceId.random();
        var wanted = slices(40);
        var id = overQuota(MIRA, instance, wanted);
        var missing = quotas.preview(CLAIMS, Optional.of(instance), wanted);

        requests.approve(TOMASZ, id, "For the rehearsal", later);

        var view = requests.get(MIRA, id);
        assertThat(view.status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(view.decision()).hasValueSatisfying(decision -> {
            assertThat(decision.by()).isEqualTo(TOMASZ.person());
            assertThat(decision.granted()).hasValue(missing);
        });
        var quota = quotas.of(CLAIMS);
        assertThat(quota.reserved().beyond(quota.limit())).isEqualTo(Holding.NONE);
        assertThat(quota.reserved().amounts().gpu()).containsEntry("H100", GpuSlices.of(40));
        assertThat(listening.approved()).contains(id);
        assertThat(actions(id)).containsExactly("request.approved", "request.opened");
        transactions.executeWithoutResult(status -> quotas.release(instance));
    }

    @Test
    void nobodyDecidesTheirOwn() {
        var both = member("both", CLAIMS, ApproverScope.ALL);
        var id = requests.askForQuota(both, CLAIMS, slices(4), later, "More documents");

        assertThatThrownBy(() -> requests.approve(both, id, "", later)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> requests.decline(both, id, "No")).isInstanceOf(RefusedException.class);
        assertThat(requests.waitingFor(both)).noneMatch(view -> view.id().equals(id));
        assertThat(requests.others(both)).anyMatch(view -> view.id().equals(id));
    }

    @Test
    void outsideTheScopeARequestIsNotThere() {
        var id = requests.askForQuota(MIRA, CLAIMS, slices(4), later, "More documents");

        assertThatThrownBy(() -> requests.get(JONAS, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> requests.approve(JONAS, id, "", later)).isInstanceOf(NotFoundException.class);
        var colleague = member("henrik.vogel", CLAIMS, ApproverScope.NONE);
        assertThatThrownBy(() -> requests.approve(colleague, id, "", later)).isInstanceOf(RefusedException.class);
    }

    @Test
    void decliningNeedsAComment() {
        var id = requests.askForQuota(MIRA, CLAIMS, slices(4), later, "More documents");

        assertThatThrownBy(() -> requests.decline(TOMASZ, id, " ")).isInstanceOf(InvalidException.class);
        requests.decline(TOMASZ, id, "Wait for December");
        assertThat(requests.get(MIRA, id).decision())
                .hasValueSatisfying(decision -> assertThat(decision.comment()).isEqualTo("Wait for December"));
        assertThat(requests.decided(MIRA, 50)).anyMatch(view -> view.id().equals(id));
        assertThat(requests.decided(JONAS, 50)).noneMatch(view -> view.id().equals(id));
    }

    @Test
    void aGrantEndsAfterItBegins() {
        var id = requests.askForQuota(MIRA, CLAIMS, slices(4), later, "More documents");

        assertThatThrownBy(() -> requests.approve(TOMASZ, id, "", Instant.now().minusSeconds(1)))
                .isInstanceOf(InvalidException.class);
        assertThat(requests.get(TOMASZ, id).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void ofManyDecisionsAtOnceOneCounts() {
        var id = requests.askForQuota(MIRA, CLAIMS, slices(1), later, "More documents");
        var granted = new AtomicInteger();
        var late = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person = 0; person < 10; person++) {
                var caller = approver("approver" + person, ApproverScope.ALL);
                people.execute(() -> {
                    try {
                        requests.approve(caller, id, "", later);
                        granted.incrementAndGet();
                    } catch (ConflictException e) {
                        late.incrementAndGet();
                    }
                });
            }
        }
        assertThat(granted).hasValue(1);
        assertThat(late).hasValue(9);
        assertThat(quotas.of(CLAIMS).grants().stream()
                        .filter(grant -> grant.adds().equals(slices(1))))
                .hasSize(1);
    }

    @Test
    void aNewerRequestForTheSameInstanceTakesThePlaceOfTheOlder() {
        var instance = InstanceId.random();
        var older = overQuota(MIRA, instance, slices(500));
        var newer = overQuota(MIRA, instance, slices(600));

        assertThat(requests.get(MIRA, older).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(requests.latestFor(instance))
                .hasValueSatisfying(view -> assertThat(view.id()).isEqualTo(newer));
        transactions.executeWithoutResult(status -> requests.withdrawFor(MIRA, CLAIMS, instance, "No longer needed."));
        assertThat(requests.get(MIRA, newer).status()).isEqualTo(RequestStatus.WITHDRAWN);
    }

    @Test
    void aListenerThatFailsUndoesTheDecision() {
        var id = requests.askForQuota(MIRA, CLAIMS, slices(3), later, "fail");
        listening.fail(id);

        assertThatThrownBy(() -> requests.approve(TOMASZ, id, "", later)).isInstanceOf(IllegalStateException.class);
        assertThat(requests.get(MIRA, id).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(quotas.of(CLAIMS).grants()).noneMatch(grant -> grant.adds().equals(slices(3)));
    }

    private RequestId overQuota(Caller caller, InstanceId instance, Holding wanted) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var missing = ((Reserving.OverQuota) quotas.reserve(instance, CLAIMS, wanted)).missing();
            return requests.open(
                    caller,
                    new NewRequest(
                            RequestKind.LAUNCH,
                            CLAIMS,
                            Optional.of(instance),
                            "A launch",
                            "Because",
                            List.of("Over quota"),
                            wanted,
                            missing,
                            Optional.of("hash"),
                            List.of()));
        }));
    }

    private List<String> actions(RequestId id) {
        var query = new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(id.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10);
        return trail.search(query).entries().stream()
                .map(recorded -> recorded.entry().action())
                .toList();
    }

    private static Holding slices(long count) {
        return new Holding(Amounts.ofGpu("H100", GpuSlices.of(count)), Money.ZERO);
    }

    private static Caller member(String person, TeamId team, ApproverScope scope) {
        return new Caller(new PersonId(person), person, Set.of(), Map.of(team, TeamRole.DEVELOPER), scope);
    }

    private static Caller approver(String person, ApproverScope scope) {
        return new Caller(new PersonId(person), person, Set.of(), Map.of(), scope);
    }

    @TestConfiguration
    static class Listening {

        private final List<RequestId> approved = new CopyOnWriteArrayList<>();
        private volatile Optional<RequestId> failing = Optional.empty();

        List<RequestId> approved() {
            return approved;
        }

        void fail(RequestId request) {
            failing = Optional.of(request);
        }

        @EventListener
        void on(RequestApproved event) {
            if (failing.filter(event.request()::equals).isPresent()) {
                throw new IllegalStateException("a listener failed");
            }
            approved.add(event.request());
        }
    }
}
