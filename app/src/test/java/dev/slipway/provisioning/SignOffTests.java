package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.CLAIMS;
import static dev.slipway.provisioning.Launching.MIRA;
import static dev.slipway.provisioning.Launching.TOMASZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.TeamRole;
import dev.slipway.approval.NewRequest;
import dev.slipway.approval.RequestId;
import dev.slipway.approval.RequestKind;
import dev.slipway.approval.RequestStatus;
import dev.slipway.approval.Requests;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.RecordedEntry;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes beyond the quota waits for somebody's signature. */
@ProvisioningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOffTests {

    /** Seven shares of four slices each, where Claims may hold 24 slices. */
    private static final Map<String, String> TOO_MUCH = Map.of("replicas", "7", "sequences", "1");

    private static final Caller HENRIK = new Caller(
            new PersonId("henrik.vogel"), "Henrik Vogel", Set.of(), Map.of(CLAIMS, TeamRole.OWNER), ApproverScope.NONE);

    private Holding ceiling = Holding.NONE;

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    Requests requests;

    @Autowired
    Quotas quotas;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transactions;

    @BeforeAll
    void readCeiling() {
        ceiling = quotas.of(CLAIMS).limit();
    }

    /** What was granted lasts until its date, not until its instance goes: it must not help the next test. */
    @BeforeEach
    void takeEarlierGrantsOff() {
        quotas.setCeiling(Caller.SYSTEM, CLAIMS, ceiling.minus(quotas.of(CLAIMS).granted()));
    }

    @AfterEach
    void endWhatIsLeft() {
        launching.endAll();
    }

    private InstanceId asked(String name) {
        var form = Launching.form(name, TOO_MUCH);
        var plan = instances.plan(MIRA, form);
        assertThat(plan.verdict()).isInstanceOf(Verdict.NeedsApproval.class);
        assertThat(plan.missing().isNone()).isFalse();
        var id = launching.launch(form);
        assertThat(instances.get(MIRA, id).state()).isEqualTo(InstanceState.REQUESTED);
        return id;
    }

    @Test
    void anApprovedLaunchGoesOnByItself() {
        var before = quotas.of(CLAIMS).reserved();
        var id = asked("signed");
        assertThat(quotas.of(CLAIMS).reserved()).isEqualTo(before);

        requests.approve(
                TOMASZ,
                instances.get(MIRA, id).request().orElseThrow(),
                "For the rehearsal",
                Instant.now().plus(Duration.ofDays(7)));

        launching.await(id, InstanceState.READY);
        var quota = quotas.of(CLAIMS);
        assertThat(quota.reserved().beyond(quota.limit())).isEqualTo(Holding.NONE);
        launching.end(id);
        assertThat(quotas.of(CLAIMS).reserved()).isEqualTo(before);
    }

    @Test
    void aDeclinedLaunchHoldsNothingAndFreesItsName() {
        var before = quotas.of(CLAIMS).reserved();
        var id = asked("unsigned");

        requests.decline(TOMASZ, instances.get(MIRA, id).request().orElseThrow(), "Too large");

        var declined = instances.get(MIRA, id);
        assertThat(declined.state()).isEqualTo(InstanceState.DECLINED);
        assertThat(declined.sentence()).isEqualTo("Declined: Too large");
        assertThat(quotas.of(CLAIMS).reserved()).isEqualTo(before);
        instances.withdraw(MIRA, asked("unsigned"));
    }

    @Test
    void aWithdrawnLaunchIsNoLongerAskedFor() {
        var id = asked("taken-back");

        instances.withdraw(MIRA, id);

        assertThat(instances.get(MIRA, id).state()).isEqualTo(InstanceState.WITHDRAWN);
        assertThat(requests.waitingFor(TOMASZ))
                .noneMatch(request -> request.instance().filter(id::equals).isPresent());
    }

    @Test
    void aChangeBeyondTheQuotaWaitsWhileThePresentRevisionGoesOn() {
        var id = launching.launch("growing");
        launching.await(id, InstanceState.READY);

        var submission = launching.tryChange(id, TOO_MUCH);

        assertThat(submission).isEqualTo(new Submission.Accepted(id, true));
        assertThat(instances.get(MIRA, id).state()).isEqualTo(InstanceState.READY);
        assertThat(instances.get(MIRA, id).revision()).isEqualTo(1);
        requests.approve(
                TOMASZ,
                instances.get(MIRA, id).request().orElseThrow(),
                "Fine",
                Instant.now().plus(Duration.ofDays(7)));
        var changed = launching.await(id, InstanceState.READY);
        assertThat(changed.revision()).isEqualTo(2);
        launching.end(id);
    }

    @Test
    void anInstanceWhoseTimeIsUpTakesItsRequestWithIt() {
        var before = quotas.of(CLAIMS).reserved();
        var id = launching.launch("ending");
        launching.await(id, InstanceState.READY);
        launching.tryChange(id, TOO_MUCH);
        var request = instances.get(MIRA, id).request().orElseThrow();

        instances.setExpiry(MIRA, id, Optional.of(Instant.now().plusMillis(300)));
        launching.await(id, InstanceState.DELETED);

        assertThat(requests.get(MIRA, request).decision()).hasValueSatisfying(decision -> {
            assertThat(decision.by()).isEqualTo(Caller.SYSTEM.person());
            assertThat(decision.comment()).isEqualTo("The time of the instance was up.");
        });
        assertThatThrownBy(() -> approve(request)).isInstanceOf(ConflictException.class);
        assertThat(quotas.of(CLAIMS).reserved()).isEqualTo(before);
        assertThat(entries(id)).first().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("instance.expired");
            assertThat(entry.actor()).hasValue(Caller.SYSTEM.person());
        });
    }

    @Test
    void aRequestThatTheInstanceDoesNotWaitForIsNotApproved() {
        var id = launching.launch("steady");
        launching.await(id, InstanceState.READY);
        var before = quotas.of(CLAIMS);
        var told = instances.timeline(MIRA, id);
        var stray = stray(id);

        assertThatThrownBy(() -> approve(stray))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("already-decided"));
        assertThat(quotas.of(CLAIMS)).isEqualTo(before);

        requests.decline(TOMASZ, stray, "Nobody waits for it");
        assertThat(requests.get(MIRA, stray).status()).isEqualTo(RequestStatus.DECLINED);
        assertThat(instances.timeline(MIRA, id)).isEqualTo(told);
    }

    /** A request as it would be left by somebody who opened it while the instance went on without it. */
    private RequestId stray(InstanceId id) {
        var wanted = quotas.held(id).plus(ceiling);
        var request = new NewRequest(
                RequestKind.CHANGE,
                CLAIMS,
                Optional.of(id),
                "Change steady",
                "",
                List.of("Over the quota"),
                wanted,
                ceiling,
                Optional.empty(),
                List.of());
        return Objects.requireNonNull(transactions.execute(transaction -> requests.open(MIRA, request)));
    }

    @Test
    void whatAnOwnerTakesBackIsBookedOnTheOwner() {
        var id = asked("owned");

        requests.withdraw(HENRIK, instances.get(MIRA, id).request().orElseThrow());

        assertThat(instances.get(MIRA, id).state()).isEqualTo(InstanceState.WITHDRAWN);
        assertThat(instances.timeline(MIRA, id))
                .filteredOn(entry ->
                        entry.state().filter(InstanceState.WITHDRAWN::equals).isPresent())
                .singleElement()
                .satisfies(entry -> assertThat(entry.by()).hasValue(HENRIK.person()));
    }

    @Test
    void aRequestSaysWhyItWasTakenBack() {
        var id = launching.launch("wavering");
        launching.await(id, InstanceState.READY);

        launching.tryChange(id, TOO_MUCH);
        var replaced = instances.get(MIRA, id).request().orElseThrow();
        launching.change(id, Map.of("sequences", "2"));
        assertThat(comment(replaced)).isEqualTo("A newer change took its place.");

        launching.await(id, InstanceState.READY);
        launching.tryChange(id, TOO_MUCH);
        var takenBack = instances.get(MIRA, id).request().orElseThrow();
        instances.withdraw(MIRA, id);
        assertThat(comment(takenBack)).isEqualTo("Taken back before a decision.");

        launching.tryChange(id, TOO_MUCH);
        var deleted = instances.get(MIRA, id).request().orElseThrow();
        instances.delete(MIRA, id);
        assertThat(comment(deleted)).isEqualTo("The instance was deleted.");
    }

    private String comment(RequestId request) {
        return requests.get(MIRA, request).decision().orElseThrow().comment();
    }

    @Test
    void aReasonMayBeAsLongAsTheFieldAllowsHoweverABrowserSendsIt() {
        var longest = Launching.form("long-winded", TOO_MUCH, "x\r\n".repeat(999) + "xy");
        var tooLong = Launching.form("too-long", TOO_MUCH, "x".repeat(2_001));

        assertThat(instances.get(MIRA, launching.launch(longest)).state()).isEqualTo(InstanceState.REQUESTED);
        assertThat(instances.submit(MIRA, tooLong, "too-long"))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.plan().error("reason")).isPresent());
    }

    @Test
    void whatRanBeforeAChangeIsHeldUntilTheChangeIsReady() {
        var id = launching.launch(Launching.form("shrinking", Map.of("replicas", "2")));
        launching.await(id, InstanceState.READY);
        var before = quotas.held(id);

        transactions.executeWithoutResult(transaction -> {
            launching.change(id, Map.of("replicas", "1"));
            assertThat(quotas.held(id)).isEqualTo(before);
        });

        Launching.until(() -> !quotas.held(id).equals(before));
        var one = instances.plan(MIRA, Launching.form("shrunk", Map.of("replicas", "1")));
        assertThat(quotas.held(id).amounts().gpu())
                .isNotEqualTo(before.amounts().gpu())
                .isEqualTo(one.holds().amounts().gpu());
        assertThat(instances.get(MIRA, id).state()).isEqualTo(InstanceState.READY);
    }

    private void approve(RequestId request) {
        requests.approve(TOMASZ, request, "", Instant.now().plus(Duration.ofDays(7)));
    }

    private List<AuditEntry> entries(InstanceId id) {
        return audit.search(AuditQuery.EVERYTHING).entries().stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.subject().equals(id.toString()))
                .toList();
    }
}
