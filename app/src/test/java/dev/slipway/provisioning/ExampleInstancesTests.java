package dev.slipway.provisioning;

import static dev.slipway.provisioning.InstanceState.COMPLETED;
import static dev.slipway.provisioning.InstanceState.READY;
import static dev.slipway.provisioning.InstanceState.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.access.Caller;
import dev.slipway.testing.SlipwayTest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** What a newcomer finds: the demo's own settings, its sandbox clusters at their own pace. */
@SlipwayTest
@ActiveProfiles("demo")
@TestPropertySource(properties = {"slipway.provisioning.examples=true", "slipway.cluster.data="})
class ExampleInstancesTests {

    @Autowired
    Instances instances;

    @Test
    void everyStateWorthSeeingIsThere() {
        var expected = Map.of(
                "claims-triage", READY,
                "query-rewriter", READY,
                "case-reader", READY,
                "ring-tuning", COMPLETED,
                "policy-search", READY,
                "desk-assistant", READY,
                "long-letters", READY,
                "hail-season", REQUESTED);
        Launching.waitFor(() -> states().equals(expected));
        assertThat(states()).as(sentences()).isEqualTo(expected);

        var views = instances.list(Caller.SYSTEM, InstanceFilter.ALL);
        assertThat(views.stream().map(InstanceView::cluster).distinct()).hasSize(3);
        assertThat(views.stream().map(InstanceView::blueprint).distinct()).hasSize(3);
        assertThat(view("hail-season").request()).isPresent();
    }

    private Map<String, InstanceState> states() {
        return instances.list(Caller.SYSTEM, InstanceFilter.ALL).stream()
                .collect(Collectors.toMap(InstanceView::name, InstanceView::state));
    }

    private String sentences() {
        return instances.list(Caller.SYSTEM, InstanceFilter.ALL).stream()
                .map(view -> view.name() + ": " + view.sentence())
                .collect(Collectors.joining("\n"));
    }

    private InstanceView view(String name) {
        return instances.list(Caller.SYSTEM, InstanceFilter.ALL).stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
