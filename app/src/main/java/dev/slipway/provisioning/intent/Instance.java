package dev.slipway.provisioning.intent;

import dev.slipway.approval.RequestId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.OutputView;
import dev.slipway.provisioning.Problem;
import dev.slipway.provisioning.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An instance: what is wanted of it and where it stands. Takes only legal ways from state to state, and tells each. */
public final class Instance {

    private final Origin origin;
    private long version;
    private final List<Happening> happenings = new ArrayList<>();
    private Aim aim;
    private Status status;
    private Moments moments;
    private List<OutputView> outputs;
    private boolean metered;
    private List<Object> asRead;

    Instance(
            Origin origin,
            long version,
            Aim aim,
            Status status,
            Moments moments,
            List<OutputView> outputs,
            boolean metered) {
        this.origin = origin;
        this.version = version;
        this.aim = aim;
        this.status = status;
        this.moments = moments;
        this.outputs = outputs;
        this.metered = metered;
        this.asRead = changing();
    }

    private List<Object> changing() {
        return List.of(aim, status, moments, outputs, metered);
    }

    /** Whether anything is different from when it was read. */
    public boolean isChanged() {
        return !happenings.isEmpty() || !asRead.equals(changing());
    }

    /** What was written is what is known from now on. */
    void saved() {
        version++;
        happenings.clear();
        asRead = changing();
    }

    /** One that may begin at once. */
    public static Instance launched(Origin origin, Optional<Instant> expires) {
        var instance = begun(origin, Wanted.PRESENT, InstanceState.QUEUED, "Launched.", expires);
        instance.moments = instance.moments.withGoAhead(origin.createdAt());
        return instance;
    }

    /** One that waits for a sign-off. */
    public static Instance requested(Origin origin, Optional<Instant> expires, String why) {
        return begun(origin, Wanted.NOTHING, InstanceState.REQUESTED, why, expires);
    }

    private static Instance begun(
            Origin origin, Wanted wanted, InstanceState state, String text, Optional<Instant> expires) {
        var now = origin.createdAt();
        var instance = new Instance(
                origin,
                0,
                new Aim(wanted, 1, 0, Optional.empty(), Optional.empty(), 0),
                new Status(state, now, text, Optional.empty(), 0, Optional.empty()),
                new Moments(Optional.empty(), Optional.empty(), Optional.empty(), expires),
                List.of(),
                false);
        instance.tell(state, text, Optional.empty(), now, Optional.of(origin.createdBy()));
        return instance;
    }

    public void waitsFor(RequestId request) {
        aim = aim.asking(aim.pending(), Optional.of(request));
    }

    /** Somebody signed the launch, or the change that waits. */
    public void approved(PersonId by, Instant now) {
        if (state() == InstanceState.REQUESTED) {
            aim = aim.of(Wanted.PRESENT);
            moments = moments.withGoAhead(now);
            become(InstanceState.QUEUED, "Signed off.", now, Optional.of(by));
        } else if (aim.pending().isPresent()) {
            happenings.add(Happening.act(now, "Signed the change off.", by));
            accept(aim.pending().get(), now);
        }
    }

    public void declined(PersonId by, String comment, Instant now) {
        refused(InstanceState.DECLINED, comment.isBlank() ? "Declined." : "Declined: " + comment, by, now);
    }

    public void withdrawn(PersonId by, Instant now) {
        refused(InstanceState.WITHDRAWN, "Taken back before a decision.", by, now);
    }

    private void refused(InstanceState next, String text, PersonId by, Instant now) {
        aim = aim.asking(Optional.empty(), Optional.empty());
        if (state() == InstanceState.REQUESTED) {
            become(next, text, now, Optional.of(by));
            moments = moments.withEnded(now);
        } else {
            happenings.add(Happening.act(now, "The change was not signed off. " + text, by));
        }
    }

    /** A new revision is wanted from now on. */
    public void changed(int revision, String summary, PersonId by, Instant now) {
        happenings.add(Happening.act(now, "Changed: " + summary, by));
        accept(revision, now);
    }

    /** A new revision waits for a sign-off; the present one goes on. */
    public void changeAsked(int revision, RequestId request, String why, PersonId by, Instant now) {
        aim = aim.asking(Optional.of(revision), Optional.of(request));
        happenings.add(Happening.act(now, "Asked for a sign-off of a change. " + why, by));
    }

    private void accept(int revision, Instant now) {
        aim = aim.at(revision);
        moments = moments.withGoAhead(now);
        if (state().mayBecome(InstanceState.UPDATING)) {
            become(InstanceState.UPDATING, "The change is on its way.", now, Optional.empty());
        }
    }

    public void deleted(Optional<PersonId> by, String why, Instant now) {
        if (aim.wanted() != Wanted.ABSENT) {
            aim = aim.of(Wanted.ABSENT);
            become(InstanceState.DELETING, why, now, by);
        }
    }

    public void retried(PersonId by, Instant now) {
        aim = aim.woken();
        happenings.add(Happening.act(now, "Tried again.", by));
        var next = aim.settled() == 0 ? InstanceState.PROVISIONING : InstanceState.UPDATING;
        if (state() == InstanceState.FAILED) {
            moments = moments.withGoAhead(now);
            become(next, "Trying again.", now, Optional.empty());
        }
    }

    public void expires(Optional<Instant> at) {
        aim = aim.woken();
        moments = moments.withExpires(at);
    }

    /** What a look at the facts came to. */
    public void assessed(InstanceState next, String sentence, Optional<Problem> problem, Instant now) {
        if (next != state() && state().mayBecome(next)) {
            become(next, sentence, now, Optional.empty());
        }
        status = status.saying(sentence, problem);
        if (next == InstanceState.READY || next == InstanceState.COMPLETED) {
            aim = aim.reached();
            moments = moments.withReady(now);
        }
    }

    /** A step went wrong that may go right the next time. */
    public void failing(String sentence, Optional<Problem> problem, Instant nextTry) {
        status = status.failing(sentence, problem, nextTry);
    }

    public void offers(List<OutputView> outputs) {
        this.outputs = List.copyOf(outputs);
    }

    public void metered(boolean now) {
        metered = now;
    }

    public void gone(Instant now) {
        become(InstanceState.DELETED, "Nothing of it is left.", now, Optional.empty());
        moments = moments.withEnded(now);
    }

    public void note(Happening happening) {
        happenings.add(happening);
    }

    private void become(InstanceState next, String sentence, Instant now, Optional<PersonId> by) {
        if (!state().mayBecome(next)) {
            throw new IllegalStateException("%s may not become %s".formatted(state(), next));
        }
        tell(next, sentence, Optional.of(Duration.between(status.since(), now)), now, by);
        status = status.become(next, now, sentence, Optional.empty());
    }

    private void tell(InstanceState state, String text, Optional<Duration> after, Instant at, Optional<PersonId> by) {
        happenings.add(new Happening(at, TimelineEntry.Kind.TRANSITION, Optional.of(state), text, after, by));
    }

    public InstanceId id() {
        return origin.id();
    }

    public Origin origin() {
        return origin;
    }

    public Aim aim() {
        return aim;
    }

    public Status status() {
        return status;
    }

    public InstanceState state() {
        return status.state();
    }

    public Moments moments() {
        return moments;
    }

    public List<OutputView> outputs() {
        return outputs;
    }

    public boolean isMetered() {
        return metered;
    }

    public int revision() {
        return aim.revision();
    }

    /** Whether the present revision was ready before. */
    public boolean isSettled() {
        return aim.settled() == aim.revision();
    }

    /** Counts its changes; a row that has another one by now was changed by somebody else. */
    public long version() {
        return version;
    }

    List<Happening> happenings() {
        return happenings;
    }
}
