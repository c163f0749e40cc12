package dev.slipway.provisioning.submit;

import dev.slipway.approval.RequestApproved;
import dev.slipway.approval.RequestDeclined;
import dev.slipway.approval.RequestId;
import dev.slipway.approval.RequestWithdrawn;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.task.Wakeups;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a decision leads to, within the transaction of the decision: the quota is granted and reserved there, and the
 * instance goes on, or none of it happens.
 */
@Component
class Decisions {

    private final InstanceStore instances;
    private final Wakeups wakeups;
    private final InstantSource clock;

    Decisions(InstanceStore instances, Wakeups wakeups, InstantSource clock) {
        this.instances = instances;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestApproved approved) {
        approved.instance().flatMap(instances::lock).ifPresent(instance -> {
            requireWaiting(instance, approved.request());
            instance.approved(approved.by(), clock.instant());
            instances.save(instance);
            wakeups.wake(instance.id());
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestDeclined declined) {
        refuse(
                declined.instance(),
                declined.request(),
                instance -> instance.declined(declined.by(), declined.comment(), clock.instant()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestWithdrawn withdrawn) {
        refuse(
                withdrawn.instance(),
                withdrawn.request(),
                instance -> instance.withdrawn(withdrawn.by(), clock.instant()));
    }

    /** An instance that went on without the request stays as it is; the request only ends. */
    private void refuse(Optional<InstanceId> id, RequestId request, Consumer<Instance> refusal) {
        id.flatMap(instances::lock)
                .filter(instance -> waitsFor(instance, request))
                .ifPresent(instance -> {
                    refusal.accept(instance);
                    instances.save(instance);
                });
    }

    /** What was granted and reserved for an instance that went on without the request is rolled back by this. */
    private static void requireWaiting(Instance instance, RequestId request) {
        if (!waitsFor(instance, request)) {
            throw new ConflictException(
                    "already-decided",
                    "%s no longer waits for this sign-off. Look at it again."
                            .formatted(instance.origin().name()));
        }
    }

    private static boolean waitsFor(Instance instance, RequestId request) {
        return instance.aim().request().filter(request::equals).isPresent();
    }
}
