package dev.slipway.provisioning;

import static dev.slipway.provisioning.InstanceState.COMPLETED;
import static dev.slipway.provisioning.InstanceState.READY;
import static dev.slipway.provisioning.InstanceState.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Drafts;
import dev.slipway.kernel.PersonId;
import dev.slipway.testing.Discarding;
import dev.slipway.testing.SlipwayTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What a newcomer finds: the demo's own settings, its sandbox clusters at their own pace. */
@SlipwayTest
@ActiveProfiles("demo")
@TestPropertySource(properties = {"slipway.provisioning.examples=true", "slipway.cluster.data="})
class ExampleInstancesTests {

    private static final Caller ANA = new Caller(
            new PersonId("ana.ferreira"),
            "Ana Ferreira",
            Set.of(PlatformRole.PLATFORM_ADMIN),
            Map.of(),
            ApproverScope.NONE);

    @Autowired
    Instances instances;

    @Autowired
    Catalog catalog;

    @Autowired
    Drafts drafts;

    @Autowired
    MockMvc web;

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

    @Test
    void whatAVersionMakesOfTheirParametersIsShownBeforeItIsPublished() throws Exception {
        var name = "inference-endpoint";
        Launching.waitFor(() -> READY.equals(states().get("claims-triage")));
        var files = catalog.newest(name).orElseThrow().files();
        var upgrade =
                "  upgrade: {from: [{version: \"*\", set: {context: \"${old.context}\"}, note: The context stays}]}\n";
        drafts.save(ANA, name, files.with(BlueprintFiles.BLUEPRINT, files.blueprint() + upgrade), 0);

        var page = Jsoup.parse(
                web.perform(get("/blueprints/inference-endpoint/impact").with(user("ana.ferreira")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        Discarding.draft(drafts, ANA, name);

        assertThat(page.select(".impact-group").text()).contains("claims-triage", "Upgrade: The context stays");
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
