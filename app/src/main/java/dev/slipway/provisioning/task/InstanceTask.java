package dev.slipway.provisioning.task;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import dev.slipway.provisioning.intent.InstanceStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One run of an instance's task, and what becomes of its row afterwards. */
@Component
class InstanceTask {

    private static final Logger log = LoggerFactory.getLogger(InstanceTask.class);
    private static final Duration AFTER_SURPRISE = Duration.ofSeconds(2);

    private final Reconciling reconciling;
    private final TaskRows rows;
    private final Wakeups wakeups;
    private final InstanceStore instances;
    private final TransactionOperations transactions;
    private final Clock clock;

    InstanceTask(
            Reconciling reconciling,
            TaskRows rows,
            Wakeups wakeups,
            InstanceStore instances,
            TransactionOperations transactions,
            Clock clock) {
        this.reconciling = reconciling;
        this.rows = rows;
        this.wakeups = wakeups;
        this.instances = instances;
        this.transactions = transactions;
        this.clock = clock;
    }

    CompletionHandler<Void> run(Execution execution) {
        var instance = TaskRows.id(execution.getId());
        wakeups.begins(instance);
        MDC.put("instance", instance.toString());
        try {
            var next = reconciling.reconcile(instance, () -> require(execution));
            return (complete, operations) -> finish(execution, next, complete, operations);
        } catch (Lease.Lost lost) {
            log.info("Left {} to whoever has taken over", instance);
            wakeups.ended(instance);
            return (complete, operations) -> {};
        } catch (RuntimeException surprise) {
            log.error("Looking at {} failed, trying again", instance, surprise);
            wakeups.ended(instance);
            return (complete, operations) ->
                    operations.reschedule(complete, clock.now().plus(AFTER_SURPRISE));
        } finally {
            MDC.remove("instance");
        }
    }

    private void require(Execution execution) {
        if (!rows.isHeld(execution)) {
            throw new Lease.Lost();
        }
    }

    /**
     * The instance's row is locked first, as it is by whoever wants something: either the wish is seen here, or whoever
     * has it finds the row free and wakes it. The row is left to whoever has taken over meanwhile.
     */
    private void finish(
            Execution execution, Next next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var instance = TaskRows.id(execution.getId());
        transactions.executeWithoutResult(transaction -> {
            var wanted = instances.lock(instance);
            if (!rows.isHeld(execution)) {
                log.info("Left {} to whoever has taken over", instance);
                wakeups.ended(instance);
                return;
            }
            var again = wakeups.ended(instance)
                    || wanted.filter(now -> now.aim().wake() != next.wake()).isPresent();
            if (again) {
                operations.reschedule(complete, clock.now());
            } else if (next.in().isPresent()) {
                operations.reschedule(complete, clock.now().plus(next.in().get()));
            } else {
                operations.remove();
            }
            rows.prioritise(instance, again || next.urgent() ? Wakeups.SOMEBODY_WAITS : Wakeups.AT_REST);
        });
    }
}
