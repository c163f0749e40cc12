package dev.slipway.provisioning.submit;

import dev.slipway.approval.RequestApproved;
import dev.slipway.approval.RequestDeclined;
import dev.slipway.approval.RequestWithdrawn;
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
        decide(approved.instance(), instance -> {
            instance.approved(approved.by(), clock.instant());
            wakeups.wake(instance.id());
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestDeclined declined) {
        decide(declined.instance(), instance -> instance.declined(declined.by(), declined.comment(), clock.instant()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestWithdrawn withdrawn) {
        decide(
                withdrawn.instance(),
                instance -> instance.withdrawn(instance.origin().createdBy(), clock.instant()));
    }

    private void decide(Optional<InstanceId> id, Consumer<Instance> decision) {
        id.flatMap(instances::lock).ifPresent(instance -> {
            decision.accept(instance);
            instances.save(instance);
        });
    }
}
