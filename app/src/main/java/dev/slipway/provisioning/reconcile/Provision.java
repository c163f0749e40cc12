package dev.slipway.provisioning.reconcile;

import dev.slipway.catalog.Catalog;
import dev.slipway.cluster.Cluster;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.Inventory;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.settings.ProvisioningSettings;
import dev.slipway.provisioning.state.Assessment;
import dev.slipway.provisioning.state.Finding;
import dev.slipway.provisioning.state.Observation;
import dev.slipway.provisioning.state.Observation.Seen;
import dev.slipway.provisioning.state.StateFunction;
import dev.slipway.provisioning.task.Lease;
import dev.slipway.provisioning.task.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One pass over an instance that is wanted. */
@Component
class Provision {

    private final Catalog catalog;
    private final RevisionStore revisions;
    private final Inventory inventory;
    private final Preparation preparation;
    private final Objects objects;
    private final Look look;
    private final StepLog steps;
    private final Writer writer;
    private final ProvisioningSettings settings;

    Provision(
            Catalog catalog,
            RevisionStore revisions,
            Inventory inventory,
            Preparation preparation,
            Objects objects,
            Look look,
            StepLog steps,
            Writer writer,
            ProvisioningSettings settings) {
        this.catalog = catalog;
        this.revisions = revisions;
        this.inventory = inventory;
        this.preparation = preparation;
        this.objects = objects;
        this.look = look;
        this.steps = steps;
        this.writer = writer;
        this.settings = settings;
    }

    Next provision(Instance instance, Cluster cluster, Lease lease, Instant now) {
        var revision = revisions.get(instance.id(), instance.revision());
        var version = catalog.version(instance.origin().blueprint(), revision.blueprintVersion());
        var pass = new Pass(instance, revision, version.blueprint(), cluster, lease, now);
        if (instance.state() == InstanceState.QUEUED) {
            instance.assessed(InstanceState.PROVISIONING, "Preparing the namespace.", Optional.empty(), now);
            writer.save(pass);
        }
        var run = steps.begin(pass);
        try {
            return after(pass, bring(pass, run));
        } catch (TakenObject taken) {
            return after(pass, assess(pass, taken(taken)));
        }
    }

    private Assessment bring(Pass pass, StepLog.Run run) {
        var owned = claimed(pass);
        var waiting = preparation.prepare(pass, owned, run);
        if (waiting.isPresent()) {
            return assess(pass, waiting.get());
        }
        var seen = objects.bring(pass, owned, run);
        return StateFunction.assess(observation(pass, Optional.empty(), seen));
    }

    /** Written down before it is made; also what a sign-off let through later than it was submitted. */
    private List<OwnedObject> claimed(Pass pass) {
        var owned = inventory.of(pass.origin().id());
        var missing = Claims.of(pass.origin(), pass.revision(), pass.revision().resources()).stream()
                .filter(claim -> owned.stream()
                        .noneMatch(object -> object.key().equals(claim.key()) && object.revision() == claim.revision()))
                .toList();
        return missing.isEmpty() ? owned : writer.claim(pass, missing);
    }

    private static Finding taken(TakenObject taken) {
        return Finding.last(
                "Another instance in the namespace already has %s.".formatted(taken.getMessage()),
                "Delete this instance and launch it under another name.",
                Optional.empty());
    }

    private Assessment assess(Pass pass, Finding before) {
        return StateFunction.assess(observation(pass, Optional.of(before), List.of()));
    }

    /** Pods and events are read only where something is not as it should be. */
    private Observation observation(Pass pass, Optional<Finding> before, List<Seen> seen) {
        var look = before.isEmpty() && seen.stream().anyMatch(object -> !object.isReady());
        var instance = pass.instance();
        return new Observation(
                pass.now(),
                instance.isSettled(),
                instance.aim().settled() == 0,
                instance.moments().goAhead().orElse(instance.origin().createdAt()),
                before,
                seen,
                look ? this.look.pods(pass.cluster(), pass.origin()) : List.of(),
                look ? this.look.events(pass.cluster(), pass.origin()) : List.of());
    }

    private Next after(Pass pass, Assessment assessment) {
        var instance = pass.instance();
        var wasSettled = instance.isSettled();
        instance.assessed(assessment.state(), assessment.sentence(), assessment.problem(), pass.now());
        if (instance.state() == InstanceState.COMPLETED) {
            writer.complete(pass);
            return Next.in(Duration.ZERO, instance.aim().wake(), false);
        }
        if (instance.isSettled() && !wasSettled) {
            writer.settle(pass);
        } else {
            writer.save(pass);
        }
        var moving = instance.state().isMoving();
        return Next.in(
                moving ? settings.poll() : settings.resync(), instance.aim().wake(), moving);
    }
}
