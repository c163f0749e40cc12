package dev.slipway.provisioning.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.slipway.kernel.InstanceId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes instances be looked at soon. */
@Component
public class Wakeups {

    static final int AT_REST = 10;
    static final int SOMEBODY_WAITS = 100;

    private final TaskRows rows;
    private final ObjectProvider<Scheduler> scheduler;
    private final Set<InstanceId> running = ConcurrentHashMap.newKeySet();
    private final Set<InstanceId> again = ConcurrentHashMap.newKeySet();

    Wakeups(TaskRows rows, ObjectProvider<Scheduler> scheduler) {
        this.rows = rows;
        this.scheduler = scheduler;
    }

    /** Somebody wants something of it. Part of the caller's transaction; the work begins when that is through. */
    public void wake(InstanceId instance) {
        rows.wake(instance, SOMEBODY_WAITS);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    check();
                }
            });
        } else {
            check();
        }
    }

    /** Something happened on a cluster. May be lost; the next look in turn finds it. */
    public void nudge(Set<InstanceId> instances) {
        instances.stream().filter(running::contains).forEach(again::add);
        if (rows.nudge(instances) > 0) {
            check();
        }
    }

    private void check() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }

    void begins(InstanceId instance) {
        running.add(instance);
        again.remove(instance);
    }

    /** Whether something happened on the cluster while it was looked at. */
    boolean ended(InstanceId instance) {
        running.remove(instance);
        return again.remove(instance);
    }
}
