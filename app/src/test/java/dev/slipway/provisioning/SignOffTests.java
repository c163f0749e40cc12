package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.CLAIMS;
import static dev.slipway.provisioning.Launching.MIRA;
import static dev.slipway.provisioning.Launching.TOMASZ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.access.Caller;
import dev.slipway.approval.Requests;
import dev.slipway.kernel.InstanceId;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes beyond the quota waits for somebody's signature. */
@ProvisioningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOffTests {

    /** Seven shares of four slices each, where Claims may hold 24 slices. */
    private static final Map<String, String> TOO_MUCH = Map.of("replicas", "7", "sequences", "1");

    private Holding ceiling = Holding.NONE;

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    Requests requests;

    @Autowired
    Quotas quotas;

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
}
