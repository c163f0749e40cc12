package dev.slipway.provisioning.submit;

import dev.slipway.access.Caller;
import dev.slipway.approval.RequestKind;
import dev.slipway.approval.Requests;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.FieldError;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.ChangeForm;
import dev.slipway.provisioning.Submission;
import dev.slipway.provisioning.intent.HeldShare;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.plan.Ask;
import dev.slipway.provisioning.plan.Draft.Material;
import dev.slipway.provisioning.plan.Planner;
import dev.slipway.provisioning.task.Wakeups;
import dev.slipway.team.Holding;
import dev.slipway.team.HoldingWords;
import dev.slipway.team.Quotas;
import dev.slipway.team.Reserving;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a change down: a new revision, and what it holds beside what the one before holds until that has gone. */
@Component
public class Changes {

    private final Asks asks;
    private final Planner planner;
    private final TransactionOperations transactions;
    private final InstanceStore instances;
    private final RevisionStore revisions;
    private final Quotas quotas;
    private final Requests requests;
    private final AuditTrail audit;
    private final Wakeups wakeups;
    private final InstantSource clock;

    Changes(
            Asks asks,
            Planner planner,
            TransactionOperations transactions,
            InstanceStore instances,
            RevisionStore revisions,
            Quotas quotas,
            Requests requests,
            AuditTrail audit,
            Wakeups wakeups,
            InstantSource clock) {
        this.asks = asks;
        this.planner = planner;
        this.transactions = transactions;
        this.instances = instances;
        this.revisions = revisions;
        this.quotas = quotas;
        this.requests = requests;
        this.audit = audit;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    public Submission change(Caller caller, InstanceId id, ChangeForm form, String submissionKey) {
        asks.working(caller, id);
        if (revisions.bySubmission(id, submissionKey).isPresent()) {
            var there = instances.find(id).orElseThrow();
            return new Submission.Accepted(id, there.aim().request().isPresent());
        }
        var ask = asks.change(caller, id, form);
        var draft = planner.draft(ask);
        if (draft.material().isEmpty()) {
            return new Submission.Refused(draft.plan());
        }
        var material = draft.material().get();
        return changesNothing(ask.present().orElseThrow(), material)
                ? new Submission.Refused(draft.plan().with(nothing(form)))
                : transactions.execute(transaction -> write(caller, ask, material, submissionKey));
    }

    /** Where a change waits for a sign-off, what is there now takes its place. */
    private static boolean changesNothing(Ask.Present there, Material material) {
        var revision = there.revision();
        return there.instance().aim().request().isEmpty()
                && revision.parameters().equals(material.parameters())
                && options(revision.shares()).equals(options(material.shares()));
    }

    private static Map<String, String> options(List<HeldShare> shares) {
        return shares.stream().collect(Collectors.toMap(held -> held.share().name(), HeldShare::option));
    }

    private static FieldError nothing(ChangeForm form) {
        return new FieldError(
                "", "Nothing differs from revision %d, so nothing is done.".formatted(form.baseRevision()));
    }

    /** The instance as it was planned for; if somebody has written it since, the store refuses. */
    private Submission write(Caller caller, Ask ask, Material material, String submissionKey) {
        var planned = ask.present().orElseThrow().instance();
        var id = planned.id();
        var team = planned.origin().team();
        var reserving = quotas.extend(id, team, material.holding());
        requests.withdrawFor(caller, team, id, "A newer change took its place.");
        var instance = relocked(planned);
        var number = revisions.last(id) + 1;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var revision = Revisions.of(id, number, ask, material, caller.person(), now, submissionKey);
        revisions.insert(revision);
        return switch (reserving) {
            case Reserving.Reserved ignored -> accepted(caller, instance, revision, material);
            case Reserving.OverQuota over -> asked(caller, ask, instance, revision, material, over.missing());
        };
    }

    /** What a reconciliation has written meanwhile does not matter, what people have does. */
    private Instance relocked(Instance planned) {
        var instance = instances.lock(planned.id()).orElseThrow(Asks::notFound);
        if (instance.revision() != planned.revision()
                || instance.aim().wanted() != planned.aim().wanted()) {
            throw new ConflictException(
                    "instance-changed",
                    "%s was changed meanwhile. Look at what changed and send yours again."
                            .formatted(planned.origin().name()));
        }
        return instance;
    }

    private Submission accepted(Caller caller, Instance instance, Revision revision, Material material) {
        instance.changed(revision.number(), revision.summary(), caller.person(), revision.at());
        instances.save(instance);
        audit.record(Records.of(caller, instance.origin(), "instance.changed", "Changed", material)
                .with("change", revision.summary()));
        wakeups.wake(instance.id());
        return new Submission.Accepted(instance.id(), false);
    }

    private Submission asked(
            Caller caller, Ask ask, Instance instance, Revision revision, Material material, Holding missing) {
        var origin = instance.origin();
        var request = requests.open(caller, Records.request(RequestKind.CHANGE, ask, origin, material, missing));
        var why = HoldingWords.over(missing, ask.team().title()) + ".";
        instance.changeAsked(revision.number(), request, why, caller.person(), revision.at());
        instances.save(instance);
        audit.record(Records.of(caller, origin, "instance.change-requested", "Asked for a sign-off to change", material)
                .with("change", revision.summary()));
        return new Submission.Accepted(instance.id(), true);
    }
}
