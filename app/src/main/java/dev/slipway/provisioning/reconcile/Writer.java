package dev.slipway.provisioning.reconcile;

import dev.slipway.access.Caller;
import dev.slipway.approval.Requests;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.cost.Metered;
import dev.slipway.cost.PriceBook;
import dev.slipway.cost.Quantities;
import dev.slipway.cost.Usage;
import dev.slipway.kernel.Amounts;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.Inventory;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.reconcile.Board.Outcome;
import dev.slipway.provisioning.task.Lease;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes what a pass found, in short transactions that hold the lease, and only what is different. */
@Component
class Writer {

    private final TransactionOperations transactions;
    private final InstanceStore instances;
    private final Inventory inventory;
    private final Quotas quotas;
    private final Usage usage;
    private final PriceBook prices;
    private final Requests requests;
    private final AuditTrail audit;

    Writer(
            TransactionOperations transactions,
            InstanceStore instances,
            Inventory inventory,
            Quotas quotas,
            Usage usage,
            PriceBook prices,
            Requests requests,
            AuditTrail audit) {
        this.transactions = transactions;
        this.instances = instances;
        this.inventory = inventory;
        this.quotas = quotas;
        this.usage = usage;
        this.prices = prices;
        this.requests = requests;
        this.audit = audit;
    }

    /** Writes the instance, if it was changed. */
    void save(Pass pass) {
        pass.drain().forEach(pass.instance()::note);
        save(pass.instance(), pass.lease(), instance -> {});
    }

    /**
     * Team, instance, task: the way that people's wishes go, so that nobody waits in a circle. Whoever has lost the lease
     * finds out at the end and writes nothing either.
     */
    private void save(Instance instance, Lease lease, Consumer<Instance> more) {
        if (instance.isChanged()) {
            transactions.executeWithoutResult(transaction -> {
                more.accept(instance);
                instances.save(instance);
                lease.require();
            });
        }
    }

    void save(Instance instance, Lease lease) {
        save(instance, lease, ignored -> {});
    }

    /** From now on it costs what its revision costs; does nothing when it does already. */
    void meter(Pass pass) {
        transactions.executeWithoutResult(transaction -> {
            pass.lease().require();
            usage.rateFrom(metered(pass.instance()), pass.revision().price(), pass.now());
        });
    }

    /** The revision has become ready: what the one before held beyond it is given back. */
    void settle(Pass pass) {
        pass.drain().forEach(pass.instance()::note);
        save(
                pass.instance(),
                pass.lease(),
                instance -> quotas.reserve(
                        instance.id(), instance.origin().team(), pass.revision().holding()));
    }

    /** A job is done: what it computed with is given back, its volumes stay counted. */
    void complete(Pass pass) {
        pass.drain().forEach(pass.instance()::note);
        save(pass.instance(), pass.lease(), instance -> {
            var left = volumesOnly(pass.revision());
            var price = prices.price(new Quantities(left, List.of()));
            quotas.reserve(instance.id(), instance.origin().team(), new Holding(left, price.monthly()));
            if (left.equals(Amounts.NONE)) {
                usage.stop(instance.id(), pass.now());
            } else {
                usage.rateFrom(metered(instance), price, pass.now());
            }
        });
    }

    private static Amounts volumesOnly(Revision revision) {
        return new Amounts(0, 0, revision.holding().amounts().storageBytes(), 0, Map.of());
    }

    /** Its time is up: it goes as if somebody had deleted it, and nobody is asked about it any more. */
    void expire(Instance instance, Lease lease, Instant now) {
        instance.deleted(Optional.empty(), "Its time is up.", now);
        save(instance, lease, ignored -> {
            var origin = instance.origin();
            requests.withdrawFor(Caller.SYSTEM, origin.team(), origin.id(), "The time of the instance was up.");
            audit.record(AuditEntry.of(
                    Caller.SYSTEM.person(),
                    "instance.expired",
                    "instance",
                    origin.id().toString(),
                    origin.team(),
                    "Deleted %s in %s, whose time was up".formatted(origin.name(), origin.environment())));
        });
    }

    /** Nothing of it is left: it holds nothing and costs nothing. */
    void gone(Instance instance, Lease lease, Instant now, Runnable more) {
        instance.gone(now);
        save(instance, lease, ignored -> {
            quotas.release(instance.id());
            usage.stop(instance.id(), now);
            more.run();
        });
    }

    /**
     * Claims objects before they are made.
     *
     * @throws TakenObject when another instance has one of them
     */
    List<OwnedObject> claim(Pass pass, List<OwnedObject> claims) {
        return transactions.execute(transaction -> {
            pass.lease().require();
            var taken = inventory.claim(claims);
            if (!taken.isEmpty()) {
                throw new TakenObject(taken);
            }
            return inventory.of(pass.origin().id());
        });
    }

    /** The outcomes that are different from what was known. */
    void objects(Pass pass, List<Outcome> outcomes, List<OwnedObject> known) {
        var before = new HashSet<>(known);
        update(
                pass,
                outcomes.stream()
                        .map(Outcome::object)
                        .filter(object -> !before.contains(object))
                        .toList());
    }

    void update(Pass pass, List<OwnedObject> objects) {
        if (!objects.isEmpty()) {
            transactions.executeWithoutResult(transaction -> {
                pass.lease().require();
                objects.forEach(inventory::update);
            });
        }
    }

    void removed(Lease lease, List<OwnedObject> objects) {
        if (!objects.isEmpty()) {
            transactions.executeWithoutResult(transaction -> {
                lease.require();
                objects.forEach(inventory::remove);
            });
        }
    }

    static Metered metered(Instance instance) {
        var origin = instance.origin();
        return new Metered(origin.id(), origin.team(), origin.kind(), origin.name());
    }
}
