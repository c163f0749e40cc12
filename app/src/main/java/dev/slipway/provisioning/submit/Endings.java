package dev.slipway.provisioning.submit;

import dev.slipway.access.Caller;
import dev.slipway.approval.Requests;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.InvalidException;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.task.Wakeups;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Withdrawing, deleting, trying again, and when an instance ends by itself. */
@Component
public class Endings {

    private final Asks asks;
    private final TransactionOperations transactions;
    private final InstanceStore instances;
    private final Requests requests;
    private final AuditTrail audit;
    private final Wakeups wakeups;
    private final FailedWeights failedWeights;
    private final InstantSource clock;

    Endings(
            Asks asks,
            TransactionOperations transactions,
            InstanceStore instances,
            Requests requests,
            AuditTrail audit,
            Wakeups wakeups,
            FailedWeights failedWeights,
            InstantSource clock) {
        this.asks = asks;
        this.transactions = transactions;
        this.instances = instances;
        this.requests = requests;
        this.audit = audit;
        this.wakeups = wakeups;
        this.failedWeights = failedWeights;
        this.clock = clock;
    }

    public void withdraw(Caller caller, InstanceId id) {
        var team = asks.working(caller, id).origin().team();
        transactions.executeWithoutResult(transaction -> {
            requests.withdrawFor(caller, team, id, "Taken back before a decision.");
            var instance = asks.locked(caller, id);
            if (instance.aim().request().isEmpty()) {
                throw new ConflictException("nothing-waits", "Nothing of it waits for a sign-off any more.");
            }
            withdraw(caller, instance);
        });
    }

    private void withdraw(Caller caller, Instance instance) {
        instance.withdrawn(caller.person(), clock.instant());
        instances.save(instance);
        audit.record(Records.of(caller, instance.origin(), "instance.withdrawn", "Took back the request for"));
    }

    public void delete(Caller caller, InstanceId id) {
        var team = asks.working(caller, id).origin().team();
        transactions.executeWithoutResult(transaction -> {
            requests.withdrawFor(caller, team, id, "The instance was deleted.");
            var instance = asks.locked(caller, id);
            if (instance.state() == InstanceState.REQUESTED) {
                withdraw(caller, instance);
            } else if (instance.state().mayBecome(InstanceState.DELETING)) {
                instance.deleted(
                        Optional.of(caller.person()), "Deleted; its objects are being taken away.", clock.instant());
                instances.save(instance);
                audit.record(Records.of(caller, instance.origin(), "instance.deleted", "Deleted"));
                wakeups.wake(id);
            }
        });
    }

    public void retry(Caller caller, InstanceId id) {
        failedWeights.clear(asks.working(caller, id));
        transactions.executeWithoutResult(transaction -> {
            var instance = asks.locked(caller, id);
            if (!instance.state().isLive()) {
                throw new ConflictException("instance-ended", "It has ended; launch it anew.");
            }
            instance.retried(caller.person(), clock.instant());
            instances.save(instance);
            audit.record(Records.of(caller, instance.origin(), "instance.retried", "Tried again"));
            wakeups.wake(id);
        });
    }

    public void setExpiry(Caller caller, InstanceId id, Optional<Instant> expires) {
        if (expires.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
            throw new InvalidException("expiry-past", "The end lies in the past.", "expires");
        }
        transactions.executeWithoutResult(transaction -> {
            var instance = asks.locked(caller, id);
            if (instance.state().isFinal()) {
                throw new ConflictException("instance-ended", "It has ended already.");
            }
            instance.expires(expires);
            instances.save(instance);
            audit.record(Records.of(caller, instance.origin(), "instance.expiry-set", "Set the end of")
                    .with("expires", Records.end(expires)));
            wakeups.wake(id);
        });
    }
}
