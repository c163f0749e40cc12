package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.CLAIMS;
import static dev.slipway.provisioning.Launching.MIRA;
import static dev.slipway.provisioning.Launching.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cost.Usage;
import dev.slipway.kernel.InstanceId;
import dev.slipway.team.Quotas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever works on an instance may die before and after any effect on the cluster: it ends where it should. */
@ProvisioningTest
class CrashPointTests {

    private static final ObjectKey NAMESPACE = new ObjectKey("v1", "Namespace", null, TEST.namespace());

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    TestClusters clusters;

    @Autowired
    Quotas quotas;

    @Autowired
    Usage usage;

    @Autowired
    JdbcClient jdbc;

    private final Deaths deaths = new Deaths();

    private ProbedCluster hamburg;

    @BeforeEach
    void findHamburg() {
        hamburg = clusters.hamburg();
    }

    @AfterEach
    void letGo() {
        hamburg.unprobed();
        launching.endAll();
    }

    @Test
    void aLaunchIsTakenOver() {
        Launching.until(() -> hamburg.get(NAMESPACE).isEmpty());
        hamburg.probe(deaths);
        var id = launching.launch("launch-crash");

        launching.await(id, InstanceState.READY);

        for (var kind : List.of("Namespace", "ResourceQuota", "NetworkPolicy", "Secret", "Deployment", "Service")) {
            assertThat(deaths.before("apply", kind)).as(kind).isPositive();
            assertThat(deaths.after("apply", kind)).as(kind).isPositive();
        }
        assertThat(uids("apps/v1", "Deployment", "launch-crash")).hasSize(1);
        assertThat(uids("v1", "Service", "launch-crash")).hasSize(1);
        assertThat(uids("v1", "Secret", "launch-crash")).hasSize(1);
        assertThat(everyObject(id)).hasSameSizeAs(instances.objects(MIRA, id));
        assertThat(openIntervals(id)).isEqualTo(1);
    }

    @Test
    void aChangeIsTakenOver() {
        var id = launching.launch("change-crash");
        launching.await(id, InstanceState.READY);
        var before = uids("apps/v1", "Deployment", "change-crash");
        var key = instances.reveal(MIRA, id, "apiKey");

        hamburg.probe(deaths);
        launching.change(id, Map.of("sequences", "2"));
        Launching.until(() -> instances.get(MIRA, id).revision() == 2
                && instances.get(MIRA, id).state() == InstanceState.READY);

        assertThat(deaths.before("apply", "Deployment")).isPositive();
        assertThat(deaths.after("apply", "Deployment")).isPositive();
        assertThat(uids("apps/v1", "Deployment", "change-crash")).isEqualTo(before);
        assertThat(instances.reveal(MIRA, id, "apiKey")).isEqualTo(key);
        assertThat(openIntervals(id)).isEqualTo(1);
    }

    @Test
    void aPruneIsTakenOver() {
        var id = launching.launch(Launching.training("prune-crash"));
        launching.await(id, InstanceState.COMPLETED);
        var first = uids("batch/v1", "Job", "prune-crash");

        hamburg.probe(deaths);
        launching.change(id, Map.of("epochs", "1"));
        Launching.until(() -> instances.get(MIRA, id).revision() == 2
                && instances.get(MIRA, id).state() == InstanceState.COMPLETED);

        assertThat(deaths.before("delete", "Job")).isPositive();
        assertThat(deaths.after("delete", "Job")).isPositive();
        assertThat(uids("batch/v1", "Job", "prune-crash")).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(everyObject(id)).hasSameSizeAs(instances.objects(MIRA, id));
    }

    @Test
    void aDeletionIsTakenOver() {
        var before = quotas.of(CLAIMS).reserved();
        InstanceId id = launching.launch("delete-crash");
        launching.await(id, InstanceState.READY);

        hamburg.probe(deaths);
        launching.end(id);

        assertThat(deaths.before("delete", "Deployment")).isPositive();
        assertThat(deaths.after("delete", "Deployment")).isPositive();
        assertThat(everyObject(id)).isEmpty();
        assertThat(instances.objects(MIRA, id)).isEmpty();
        assertThat(uids("v1", "Pod", "delete-crash")).isEmpty();
        assertThat(quotas.of(CLAIMS).reserved()).isEqualTo(before);
        assertThat(usage.rate(id)).isEmpty();
    }

    private List<String> uids(String apiVersion, String kind, String name) {
        return hamburg.list(apiVersion, kind, TEST.namespace(), "slipway.dev/instance=" + name).stream()
                .map(Manifest::uid)
                .map(String::valueOf)
                .toList();
    }

    /** What is on the cluster of all that was ever written down for it. */
    private List<Manifest> everyObject(InstanceId id) {
        return instances.objects(MIRA, id).stream()
                .map(object -> new ObjectKey(object.apiVersion(), object.kind(), object.namespace(), object.name()))
                .flatMap(key -> hamburg.get(key).stream())
                .toList();
    }

    private long openIntervals(InstanceId id) {
        return jdbc.sql("select count(*) from cost.usage_interval where instance = :id and ends is null")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
