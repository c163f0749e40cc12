package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.MIRA;
import static dev.slipway.provisioning.Launching.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.state.Fields;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProvisioningTest
class InstanceJourneyTests {

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    TestClusters clusters;

    @Autowired
    Quotas quotas;

    @Test
    void becomesReadyIsChangedAndGoesWithoutATrace() {
        var before = quotas.of(Launching.CLAIMS).reserved();
        var id = launching.launch("journey");

        var ready = launching.await(id, InstanceState.READY);

        assertThat(ready.endpoint().flatMap(OutputView::value)).hasValue("http://journey.claims-test.svc:8000/v1");
        assertThat(replicas("journey")).isEqualTo(1);
        assertThat(instances.objects(MIRA, id))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.condition()).isEqualTo(ObjectView.Condition.READY));

        change(id, "sequences", "8");
        launching.await(id, InstanceState.READY);

        instances.delete(MIRA, id);
        launching.await(id, InstanceState.DELETED);
        assertThat(clusters.hamburg().get(new ObjectKey("apps/v1", "Deployment", TEST.namespace(), "journey")))
                .isEmpty();
        assertThat(quotas.of(Launching.CLAIMS).reserved().minus(before)).isEqualTo(Holding.NONE);
    }

    @Test
    void anotherLaunchChangesOnlyTheQuotaAmongTheGuards() {
        launching.await(launching.launch("first"), InstanceState.READY);
        clusters.hamburg().forget();

        launching.await(launching.launch("second"), InstanceState.READY);

        assertThat(clusters.hamburg().calls())
                .extracting(call -> call.key().kind())
                .contains("ResourceQuota")
                .doesNotContain("Namespace", "LimitRange", "Role", "RoleBinding", "ServiceAccount");
    }

    private void change(InstanceId id, String parameter, String value) {
        var form = instances.formOf(MIRA, id);
        var input = new HashMap<>(form.input());
        input.put(parameter, List.of(value));
        Launching.accepted(instances.change(
                MIRA,
                id,
                new ChangeForm(form.baseRevision(), input, form.shares(), ""),
                UUID.randomUUID().toString()));
    }

    private long replicas(String name) {
        return clusters.hamburg()
                .get(new ObjectKey("apps/v1", "Deployment", TEST.namespace(), name))
                .map(live -> Fields.number(live.content(), "status", "readyReplicas"))
                .orElse(0L);
    }
}
