package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.CLAIMS;
import static dev.slipway.provisioning.Launching.MIRA;
import static dev.slipway.provisioning.Launching.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.ProbedCluster.Call;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stops the reconciliation after each effect on the cluster, in turn: it always ends where it should. */
@ProvisioningTest
class CrashPointTests {

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    TestClusters clusters;

    @Autowired
    Quotas quotas;

    private ProbedCluster hamburg;

    @BeforeEach
    void forgetWhatWas() {
        hamburg = clusters.hamburg();
        hamburg.forget();
    }

    @AfterEach
    void letGo() {
        hamburg.afterEach(call -> {});
    }

    /** As if the process had died there: the effect has happened, whoever asked never hears of it. */
    private AtomicInteger dieAfterEveryEffectOnce() {
        var deaths = new AtomicInteger();
        var survived = new java.util.concurrent.ConcurrentHashMap<Call, Boolean>();
        hamburg.afterEach(call -> {
            if (survived.putIfAbsent(call, true) == null) {
                deaths.incrementAndGet();
                throw new IllegalStateException("died after " + call);
            }
        });
        return deaths;
    }

    private List<String> objects(String kind, String apiVersion, String name) {
        return hamburg.list(apiVersion, kind, TEST.namespace(), "slipway.dev/instance=" + name).stream()
                .map(Manifest::uid)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void everyEffectOfALaunchMayBeTheLast() {
        var deaths = dieAfterEveryEffectOnce();
        var id = launching.launch("launch-crash");

        launching.await(id, InstanceState.READY);

        assertThat(deaths.get()).isGreaterThan(10);
        assertThat(objects("Deployment", "apps/v1", "launch-crash")).hasSize(1);
        assertThat(objects("Service", "v1", "launch-crash")).hasSize(1);
        assertThat(objects("Secret", "v1", "launch-crash")).hasSize(1);
        hamburg.afterEach(call -> {});
        launching.end(id);
    }

    @Test
    void everyEffectOfAChangeMayBeTheLast() {
        var id = launching.launch("change-crash");
        launching.await(id, InstanceState.READY);
        var before = objects("Deployment", "apps/v1", "change-crash");
        var key = instances.reveal(MIRA, id, "apiKey");

        var deaths = dieAfterEveryEffectOnce();
        launching.change(id, Map.of("sequences", "2"));
        var changed = launching.await(id, InstanceState.READY);

        assertThat(deaths.get()).isPositive();
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(objects("Deployment", "apps/v1", "change-crash")).isEqualTo(before);
        assertThat(instances.reveal(MIRA, id, "apiKey")).isEqualTo(key);
        hamburg.afterEach(call -> {});
        launching.end(id);
    }

    @Test
    void everyEffectOfADeletionMayBeTheLast() {
        var before = quotas.of(CLAIMS).reserved();
        InstanceId id = launching.launch("delete-crash");
        launching.await(id, InstanceState.READY);

        var deaths = dieAfterEveryEffectOnce();
        launching.end(id);

        assertThat(deaths.get()).isPositive();
        assertThat(objects("Deployment", "apps/v1", "delete-crash")).isEmpty();
        assertThat(objects("Secret", "v1", "delete-crash")).isEmpty();
        assertThat(objects("Pod", "v1", "delete-crash")).isEmpty();
        assertThat(quotas.of(CLAIMS).reserved().minus(before)).isEqualTo(Holding.NONE);
    }
}
