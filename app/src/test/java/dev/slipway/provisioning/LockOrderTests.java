package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.task.Wakeups;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People and reconciliations that want the same instance wait for each other, never in a circle. */
@ProvisioningTest
class LockOrderTests {

    /** Longer than PostgreSQL waits before it looks for a circle, so that whoever closes one is the one who is ended. */
    private static final Duration LOOKED_FOR = Duration.ofMillis(1_500);

    @Autowired
    Launching launching;

    @Autowired
    InstanceStore store;

    @Autowired
    Wakeups wakeups;

    @Autowired
    Instances instances;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void endWhatIsLeft() {
        launching.endAll();
    }

    @Test
    void whoWantsSomethingOfAnInstanceMayWakeItWhileAPassWaitsToWriteIt() {
        var id = launching.launch("contended");

        transactions.executeWithoutResult(transaction -> {
            assertThat(store.lock(id)).isPresent();
            Launching.until(this::somebodyWaits);
            pause();
            wakeups.wake(id);
        });

        launching.await(id, InstanceState.READY);
        instances.delete(MIRA, id);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where locktype = 'transactionid' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKED_FOR);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
