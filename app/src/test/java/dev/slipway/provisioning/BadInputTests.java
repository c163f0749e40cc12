package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.CLAIMS;
import static dev.slipway.provisioning.Launching.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.slipway.kernel.InstanceId;
import dev.slipway.team.Quotas;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What cannot be is told where it was typed, and leaves nothing behind: no row, no reservation, no object. */
@ProvisioningTest
class BadInputTests {

    private static final String LAUNCH = "/catalog/inference-endpoint/launch";

    @Autowired
    MockMvc web;

    @Autowired
    Launching launching;

    @Autowired
    Instances instances;

    @Autowired
    TestClusters clusters;

    @Autowired
    Quotas quotas;

    @Autowired
    JdbcClient jdbc;

    private ProbedCluster hamburg;

    @BeforeEach
    void findHamburg() {
        hamburg = clusters.hamburg();
    }

    @AfterEach
    void endWhatIsLeft() {
        clusters.allAway(false);
        launching.endAll();
    }

    @Test
    void anUnknownModelIsToldAtTheModel() throws Exception {
        var page = refused(launch("lost").param("parameters.model", "no-such-model"));

        assertThat(page.select("#form-summary a").eachAttr("href")).containsExactly("#parameters.model-field");
        assertThat(page.select("#form-summary").text()).contains("no-such-model");
        assertThat(page.select("[name=name]").val()).isEqualTo("lost");
    }

    @Test
    void tooLargeAShareIsToldWithTheLargestThatThereIs() throws Exception {
        var page = refused(launch("huge")
                .param("parameters.model", "qwen3-32b")
                .param("parameters.context", "32768")
                .param("parameters.sequences", "32")
                .param("cluster", "ham-1"));

        assertThat(page.text())
                .containsPattern("No GPU share on ham-1 gives \\d+\\.\\d GiB: the largest, 3g.40gb, gives");
    }

    @Test
    void aTakenNameIsToldAtTheName() throws Exception {
        var id = launching.launch("taken-name");
        launching.await(id, InstanceState.READY);

        var page = refused(launch("taken-name").param("parameters.model", "llama-3.1-8b-instruct"));

        assertThat(page.select("#name[aria-invalid=true]").val()).isEqualTo("taken-name");
        assertThat(page.select("#form-summary").text()).contains("taken-name is taken in claims/test");
    }

    @Test
    void aClusterThatIsAwayIsNamedAndNothingIsLaunchedIntoTheVoid() throws Exception {
        clusters.allAway(true);

        var page = refused(launch("nowhere").param("parameters.model", "llama-3.1-8b-instruct"));

        assertThat(page.text()).contains("ham-1: It does not answer: connection refused");
        assertThat(read(get("/capacity"), 200).text()).contains("connection refused");
    }

    @Test
    void aChangeThatChangesNothingMakesNoRevision() throws Exception {
        var id = launching.launch("as-it-is");
        launching.await(id, InstanceState.READY);

        var page = read(change(id).param("parameters.sequences", sequences(id)), 422);

        assertThat(page.text()).contains("Nothing differs from revision 1, so nothing is done.");
        assertThat(revisions(id)).isEqualTo(1);
    }

    @Test
    void anEmptiedFieldOfWhatRunsIsAskedFor() throws Exception {
        var id = launching.launch("emptied");
        launching.await(id, InstanceState.READY);

        var page = read(change(id).param("parameters.replicas", ""), 422);

        assertThat(page.select("[name='parameters.replicas'][aria-invalid=true]"))
                .hasSize(1);
        assertThat(page.text()).contains("Replicas is empty. It is 1 now");
        assertThat(page.select("#get .prices")).isEmpty();
        assertThat(revisions(id)).isEqualTo(1);
    }

    @Test
    void whileAParameterIsWrongNoQuotaAfterwardsIsTold() throws Exception {
        var id = launching.launch("far-too-many");
        launching.await(id, InstanceState.READY);

        var page = read(change(id).param("parameters.replicas", "99"), 422);

        assertThat(page.select("#get .meter").text()).doesNotContain("→");
        assertThat(page.select("#get .meter [role=img]").eachAttr("aria-label"))
                .noneMatch(sentence -> sentence.contains("afterwards"));
    }

    private MockHttpServletRequestBuilder change(InstanceId id) {
        return post("/instances/" + id + "/change")
                .param("revision", "1")
                .param("key", UUID.randomUUID().toString())
                .param("parameters.model", "llama-3.1-8b-instruct")
                .with(csrf());
    }

    private String sequences(InstanceId id) {
        return String.valueOf(instances.get(MIRA, id).parameters().get("sequences"));
    }

    @Test
    void aStaleFormLosesNothingAndSaysWhatTheOthersChanged() throws Exception {
        var id = launching.launch("contested");
        launching.await(id, InstanceState.READY);
        var form = read(get("/instances/" + id + "/change"), 200);
        launching.change(id, Map.of("sequences", "2"));
        launching.await(id, InstanceState.READY);

        var page = read(
                post("/instances/" + id + "/change")
                        .param("revision", form.select("[name=revision]").val())
                        .param("key", form.select("[name=key]").val())
                        .param("parameters.model", "llama-3.1-8b-instruct")
                        .param("parameters.sequences", "8")
                        .with(csrf()),
                409);

        assertThat(page.select("[name=revision]").val()).isEqualTo("2");
        assertThat(page.select("[name='parameters.sequences']").val()).isEqualTo("8");
        assertThat(revisions(id)).isEqualTo(2);
        assertThat(instances.get(MIRA, id).parameters()).containsEntry("sequences", 2L);
    }

    @Test
    void aDeletedInstanceCannotBeChangedFromAnOldForm() throws Exception {
        var id = launching.launch("gone-meanwhile");
        launching.await(id, InstanceState.READY);
        launching.end(id);

        var page = read(
                post("/instances/" + id + "/change")
                        .param("revision", "1")
                        .param("parameters.sequences", "8")
                        .with(csrf()),
                409);

        assertThat(page.text()).contains("gone-meanwhile has ended and cannot be changed");
        assertThat(revisions(id)).isEqualTo(1);
    }

    @Test
    void aForgedKeyCountsAsNone() throws Exception {
        read(launch("forged", "k".repeat(9_000)).param("parameters.model", "llama-3.1-8b-instruct"), 303);

        assertThat(instances.list(MIRA, InstanceFilter.ALL))
                .extracting(InstanceView::name)
                .contains("forged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P999999999999D", "PT1S", "2000-01-01", "x"})
    void anEndThatNobodyOffersIsRefused(String end) throws Exception {
        var page =
                read(launch("endless").param("expires", end).param("parameters.model", "llama-3.1-8b-instruct"), 422);

        assertThat(page.text()).contains("An instance ends after 1, 3, 7, 14 or 30 days, or never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "-99999999999999999999", "1e300"})
    void aNumberBeyondAllNumbersIsToldAtItsField(String number) throws Exception {
        var page = refused(launch("many")
                .param("parameters.model", "llama-3.1-8b-instruct")
                .param("parameters.replicas", number));

        assertThat(page.select("#form-summary").text()).contains("Replicas is too large a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/instances?q=", "/jump?q=", LAUNCH + "?version="})
    void whatIsNoTextIsRefused(String address) throws Exception {
        read(get(URI.create(address + "%00")), 400);
    }

    private static MockHttpServletRequestBuilder launch(String name) {
        return launch(name, UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder launch(String name, String key) {
        return post(LAUNCH)
                .param("team", "claims")
                .param("environment", "test")
                .param("name", name)
                .param("key", key)
                .with(csrf());
    }

    /** Refused with 422, and everything is as it was before. */
    private Document refused(MockHttpServletRequestBuilder launch) throws Exception {
        var rows = rows();
        var reserved = quotas.of(CLAIMS).reserved();
        hamburg.forget();

        var page = read(launch, 422);

        assertThat(page.title()).containsPattern("^(\\d+ errors?|Not launched): Launch an inference endpoint");
        assertThat(rows()).isEqualTo(rows);
        assertThat(quotas.of(CLAIMS).reserved()).isEqualTo(reserved);
        assertThat(hamburg.calls()).noneMatch(call -> call.verb().equals("apply") && call.isOf("Deployment"));
        return page;
    }

    private Document read(MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = web.perform(request.with(user("mira.okafor"))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        return Jsoup.parse(answer.getContentAsString());
    }

    private Map<String, @Nullable Object> rows() {
        return jdbc.sql("""
                select (select count(*) from provisioning.instance) as instances,
                  (select count(*) from provisioning.revision) as revisions,
                  (select count(*) from provisioning.object) as objects,
                  (select count(*) from approval.request) as requests""").query().singleRow();
    }

    private long revisions(InstanceId id) {
        return jdbc.sql("select count(*) from provisioning.revision where instance = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
