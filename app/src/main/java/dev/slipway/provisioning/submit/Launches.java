package dev.slipway.provisioning.submit;

import dev.slipway.access.Caller;
import dev.slipway.approval.RequestKind;
import dev.slipway.approval.Requests;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.FieldError;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.LaunchForm;
import dev.slipway.provisioning.Submission;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.Inventory;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.plan.Ask;
import dev.slipway.provisioning.plan.Draft.Material;
import dev.slipway.provisioning.plan.FormCheck;
import dev.slipway.provisioning.plan.Planner;
import dev.slipway.provisioning.reconcile.Claims;
import dev.slipway.provisioning.task.Wakeups;
import dev.slipway.team.Holding;
import dev.slipway.team.HoldingWords;
import dev.slipway.team.Quotas;
import dev.slipway.team.Reserving;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a launch down: instance, revision, reservation or request, go-ahead and audit entry in one transaction. */
@Component
public class Launches {

    private final Asks asks;
    private final Planner planner;
    private final TransactionOperations transactions;
    private final InstanceStore instances;
    private final RevisionStore revisions;
    private final Inventory inventory;
    private final Quotas quotas;
    private final Requests requests;
    private final AuditTrail audit;
    private final Wakeups wakeups;
    private final InstantSource clock;

    Launches(
            Asks asks,
            Planner planner,
            TransactionOperations transactions,
            InstanceStore instances,
            RevisionStore revisions,
            Inventory inventory,
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
        this.inventory = inventory;
        this.quotas = quotas;
        this.requests = requests;
        this.audit = audit;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    public Submission submit(Caller caller, LaunchForm form, String submissionKey) {
        var earlier = earlier(caller, submissionKey);
        return earlier.isPresent() ? earlier.get() : submit(caller, asks.launch(caller, form), submissionKey);
    }

    private Submission submit(Caller caller, Ask ask, String submissionKey) {
        var draft = planner.draft(ask);
        if (draft.material().isEmpty()) {
            return new Submission.Refused(draft.plan());
        }
        try {
            return transactions.execute(
                    transaction -> write(caller, ask, draft.material().get(), submissionKey));
        } catch (DuplicateKeyException sameTime) {
            return earlier(caller, submissionKey).orElseGet(() -> refused(ask, FormCheck.taken(ask)));
        } catch (TakenObjects taken) {
            return refused(ask, new FieldError("name", taken.sentence()));
        }
    }

    private Optional<Submission> earlier(Caller caller, String submissionKey) {
        return instances
                .bySubmission(caller.person(), submissionKey)
                .flatMap(instances::find)
                .map(there -> new Submission.Accepted(
                        there.id(), there.aim().request().isPresent()));
    }

    /** Planned again, so that the answer shows what has changed in between. */
    private Submission refused(Ask ask, FieldError error) {
        return new Submission.Refused(planner.draft(ask).plan().with(error));
    }

    /** Team first, then instance: whoever decides a request goes the same way, so that nobody waits in a circle. */
    private Submission write(Caller caller, Ask ask, Material material, String submissionKey) {
        var origin = origin(caller, ask, material, submissionKey);
        var revision = Revisions.of(origin.id(), 1, ask, material, caller.person(), origin.createdAt(), submissionKey);
        return switch (quotas.reserve(origin.id(), origin.team(), material.holding())) {
            case Reserving.Reserved ignored -> {
                instances.insert(Instance.launched(origin, ask.expires()));
                revisions.insert(revision);
                TakenObjects.check(inventory.claim(Claims.of(origin, revision, revision.resources())));
                audit.record(Records.of(caller, origin, "instance.launched", "Launched", material)
                        .with("expires", Records.end(ask.expires())));
                wakeups.wake(origin.id());
                yield new Submission.Accepted(origin.id(), false);
            }
            case Reserving.OverQuota over -> {
                var instance = Instance.requested(origin, ask.expires(), over(ask, over.missing()));
                instances.insert(instance);
                revisions.insert(revision);
                var request = Records.request(RequestKind.LAUNCH, ask, origin, material, over.missing());
                instance.waitsFor(requests.open(caller, request));
                instances.save(instance);
                audit.record(Records.of(caller, origin, "instance.requested", "Asked for a sign-off of", material)
                        .with("expires", Records.end(ask.expires())));
                yield new Submission.Accepted(origin.id(), true);
            }
        };
    }

    private static String over(Ask ask, Holding missing) {
        return HoldingWords.over(missing, ask.team().title()) + ".";
    }

    private Origin origin(Caller caller, Ask ask, Material material, String submissionKey) {
        return new Origin(
                InstanceId.random(),
                ask.name(),
                ask.environment().id(),
                ask.environment().kind(),
                material.cluster(),
                ask.environment().namespace(),
                ask.version().name(),
                ask.version().blueprint().descriptor().title(),
                caller.person(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                submissionKey);
    }
}
