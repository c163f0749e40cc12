package dev.slipway.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.FakeInstances;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.Problem;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = WebTestApplication.class)
@AutoConfigureMockMvc
@WithMockUser("claims")
class InstanceWebTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    FakeInstances instances;

    @BeforeEach
    void forget() {
        instances.forget();
    }

    @Test
    void showsHowFarItIsWhileItIsProvisioned() throws Exception {
        var page = html(get(launched("dev")));
        assertThat(page.select("h1 .status").text()).isEqualTo("Provisioning");
        assertThat(page.select("[role=progressbar]").attr("aria-valuenow")).isEqualTo("39");
        assertThat(page.select(".waterfall [aria-current=step]").text()).startsWith("Running Load the model");
        assertThat(page.select("[data-stream]").attr("data-stream")).contains("/stream?lastEventId=");
        assertThat(page.select("form[data-chat]")).isEmpty();
    }

    @Test
    void saysWhatBlocksAndWhatToDo() throws Exception {
        var path = launched("dev");
        var problem = new Problem(
                Optional.of("Deployment triage"),
                "No node has a free 3g.40gb.",
                Instant.EPOCH,
                "It goes on by itself.");
        instances.put(id(path), InstanceState.FAILED, "No node has a free 3g.40gb.", Optional.of(problem));
        var alert = html(get(path)).select("#instance-now [role=alert]");
        assertThat(alert.text()).contains("No node has a free 3g.40gb.", "Deployment triage", "It goes on by itself.");
        assertThat(html(get(path)).select("#instance-actions form[action$=/attempts]"))
                .hasSize(1);
    }

    @Test
    void onlyWhatHoldsAShareShowsOneAsYours() throws Exception {
        var path = launched("dev");
        assertThat(html(get(path)).select("#instance-gpu .gpu-slice[data-own]")).hasSize(1);
        assertThat(html(get("/instances")).select("#instances .gpu")).hasSize(1);

        for (var state : new InstanceState[] {InstanceState.COMPLETED, InstanceState.DELETED}) {
            instances.put(id(path), state, "It is over.", Optional.empty());
            assertThat(html(get(path)).select("#instance-gpu .gpu"))
                    .as(state.word())
                    .isEmpty();
            assertThat(html(get("/instances?ended=true")).select("#instances .gpu"))
                    .as(state.word())
                    .isEmpty();
        }
    }

    @Test
    void saysWhyItDoesNotAnswer() throws Exception {
        var path = launched("dev");
        assertThat(html(get(path)).select("#instance-endpoint, #instance-try").text())
                .contains("Answers once ready", "It answers once it is ready.");

        instances.put(id(path), InstanceState.FAILED, "It has failed.", Optional.empty());
        assertThat(html(get(path)).select("#instance-endpoint, #instance-try").text())
                .contains("it has failed")
                .doesNotContain("once");

        instances.put(id(path), InstanceState.DELETING, "It goes.", Optional.empty());
        assertThat(html(get(path)).select("#instance-endpoint, #instance-try").text())
                .contains("No longer answers")
                .doesNotContain("once");
    }

    @Test
    void everyIdIsThereOnceOnEveryPage() throws Exception {
        var path = launched("dev");
        for (var tab : new String[] {
            "",
            "?try=code",
            "/objects",
            "/objects/Service/triage",
            "/events",
            "/logs",
            "/revisions",
            "/change",
            "/deletion"
        }) {
            assertThat(html(get(path + tab)).select("[id]").eachAttr("id"))
                    .as(tab)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theParametersOfARevisionAreWrittenAsInTheForm() throws Exception {
        var facts = html(get(launched("dev") + "/revisions")).select(".revision-parameters > div");
        assertThat(facts.eachText())
                .contains("Replicas 3", "Prefix caching yes")
                .first()
                .asString()
                .startsWith("Model ");
        assertThat(facts.text()).doesNotContain("prefixCaching", "true");
    }

    @Test
    void anotherTeamsInstanceIsNotThere() throws Exception {
        var path = launched("dev");
        for (var tab : new String[] {"", "/objects", "/logs", "/change", "/deletion", "/stream"}) {
            assertThat(send(get(path + tab).with(user("fraud"))).getStatus())
                    .as(tab)
                    .isEqualTo(404);
        }
        assertThat(send(post(path + "/deletion").with(user("fraud")).with(csrf()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(get("/instances/nonsense")).getStatus()).isEqualTo(404);
    }

    @Test
    void aSecretIsShownOnceBehindAPost() throws Exception {
        var path = launched("dev");
        assertThat(send(get(path)).getContentAsString()).doesNotContain("sk-secret");
        var page = html(post(path + "/disclosures").with(csrf()).param("output", "apiKey"));
        assertThat(page.select("#disclosed").text()).isEqualTo("sk-secret-of-the-cluster");
    }

    @Test
    void deletingInProductionWantsTheName() throws Exception {
        var path = launched("prod");
        assertThat(html(get(path + "/deletion")).select("#typed")).hasSize(1);
        var wrong = send(post(path + "/deletion").with(csrf()).param("typed", "other"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(html(get(path)).outerHtml()).select("h1 .status").text())
                .isEqualTo("Provisioning");
        var right = send(post(path + "/deletion").with(csrf()).param("typed", "triage"));
        assertThat(right.getStatus()).isEqualTo(303);
        assertThat(html(get(path)).select("h1 .status").text()).isEqualTo("Deleting");
    }

    @Test
    void outsideProductionTheDialogCountsWhatGoes() throws Exception {
        var page = html(get(launched("dev") + "/deletion"));
        assertThat(page.select("#typed")).isEmpty();
        assertThat(page.select("form.confirm p").text()).contains("2 objects are removed", "1 key");
        assertThat(page.select("form.confirm button").text()).contains("Delete triage");
    }

    @Test
    void whoMayNotDeleteIsToldSoBeforeAnythingElse() throws Exception {
        var path = launched("prod");
        assertThat(send(get(path + "/deletion").with(user("auditor"))).getStatus())
                .isEqualTo(403);
        assertThat(send(post(path + "/deletion")
                                .with(user("auditor"))
                                .with(csrf())
                                .param("typed", "other"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aChangeBeginsWithWhatItIs() throws Exception {
        var path = launched("dev");
        instances.put(id(path), InstanceState.READY, "Ready.", Optional.empty());
        var page = html(get(path + "/change"));
        assertThat(page.select("[name='parameters.replicas']").val()).isEqualTo("3");
        assertThat(page.select("[name=revision]").val()).isEqualTo("1");
        var sent = send(post(path + "/change")
                .with(csrf())
                .param("revision", "1")
                .param("key", "k2")
                .param("parameters.model", "gpt-oss-20b")
                .param("parameters.replicas", "4"));
        assertThat(sent.getStatus()).isEqualTo(303);
    }

    @Test
    void aChangeOnTopOfAnOlderRevisionShowsBothValues() throws Exception {
        var path = launched("dev");
        instances.revise(id(path), "replicas", "5");
        var answer = send(post(path + "/change")
                .with(csrf())
                .param("revision", "1")
                .param("key", "k2")
                .param("parameters.model", "gpt-oss-20b")
                .param("parameters.replicas", "4"));
        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(page.select("tr:has(th:containsOwn(Replicas)) td").eachText())
                .containsExactly("5", "4");
        assertThat(page.select("[name=revision]").val()).isEqualTo("2");
        assertThat(page.select("input[name='parameters.replicas']").val()).isEqualTo("4");
    }

    @Test
    void theListKeepsItsSearchInEveryLink() throws Exception {
        launched("dev");
        launched("prod");
        var page = html(get("/instances").param("q", "tri"));
        assertThat(page.select("#instances tbody tr")).hasSize(2);
        assertThat(page.select("a.pill").eachAttr("href")).allMatch(href -> href.contains("q=tri"));
        var part = html(get("/instances").param("environment", "prod").header("HX-Request", "true"));
        assertThat(part.select("tbody tr")).hasSize(1);
        assertThat(part.select("header.topbar")).isEmpty();
    }

    @Test
    void aRestoredPageOfTheHistoryIsAWholePage() throws Exception {
        launched("dev");
        var page = html(get("/instances").header("HX-Request", "true").header("HX-History-Restore-Request", "true"));
        assertThat(page.select("header.topbar")).hasSize(1);
    }

    @Test
    void nobodyElsesInstancesAreInTheList() throws Exception {
        launched("dev");
        assertThat(html(get("/instances").with(user("fraud"))).select("tbody tr"))
                .isEmpty();
    }

    private String launched(String environment) throws Exception {
        var redirect = send(post("/catalog/inference-endpoint/launch")
                        .with(csrf())
                        .param("environment", environment)
                        .param("name", "triage")
                        .param("parameters.replicas", "3")
                        .param("key", "launch-" + environment))
                .getRedirectedUrl();
        assertThat(redirect).isNotNull();
        return redirect;
    }

    private static InstanceId id(String path) {
        return InstanceId.of(path.substring(path.lastIndexOf('/') + 1));
    }

    private Document html(MockHttpServletRequestBuilder request) throws Exception {
        var response = send(request);
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
