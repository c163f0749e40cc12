package dev.slipway.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import dev.slipway.provisioning.FakeInstances;
import dev.slipway.team.Holding;
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
class LaunchWebTests {

    private static final String PAGE = "/catalog/inference-endpoint/launch";

    @Autowired
    MockMvc mvc;

    @Autowired
    FakeInstances instances;

    @BeforeEach
    void forget() {
        instances.forget();
    }

    @Test
    void offersAFormInWhichNothingHasToBeGuessed() throws Exception {
        var page = html(get(PAGE));
        assertThat(page.select("[name='parameters.model'][checked]")).hasSize(1);
        assertThat(page.select("[name=environment][checked]").val()).isEqualTo("dev");
        assertThat(page.select("[name=name]").val()).isEqualTo("claims-endpoint");
        assertThat(page.select("#get .verdict-word").text()).isEqualTo("Approved automatically");
        assertThat(page.select(".field-error")).isEmpty();
    }

    @Test
    void everyIdIsThereOnce() throws Exception {
        var ids = html(get(PAGE)).select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatDescribesAControlIsOnThePage() throws Exception {
        var page = html(get(PAGE));
        for (var control : page.select("[aria-describedby]")) {
            assertThat(page.getElementById(control.attr("aria-describedby")))
                    .as(control.outerHtml())
                    .isNotNull();
        }
    }

    @Test
    void sharesThatAreTooSmallAreOffWithTheFigureThatFails() throws Exception {
        var page = html(get(PAGE));
        assertThat(page.select("label.choice:has([name='shares.server'][disabled]) .choice-reason")
                        .text())
                .contains("34.0 GiB needed");
        assertThat(page.select("[name='shares.server'][checked]").val()).isEmpty();
        assertThat(page.select(".choice-flag").text()).isEqualTo("Recommended");
    }

    @Test
    void aPresetFillsTheFormAndKeepsTheRest() throws Exception {
        var page = html(post(PAGE)
                .with(csrf())
                .param("preview", "")
                .param("preset", "small")
                .param("name", "kept"));
        assertThat(page.select("[name='parameters.context'][checked]").val()).isEqualTo("4096");
        assertThat(page.select("[name='parameters.replicas']").val()).isEqualTo("2");
        assertThat(page.select("[name=name]").val()).isEqualTo("kept");
    }

    @Test
    void toHtmxAPreviewIsTheRailAndTheMessagesOnly() throws Exception {
        var answer = html(post(PAGE)
                .with(csrf())
                .header("HX-Request", "true")
                .param("preview", "")
                .param("environment", "dev")
                .param("shown", "dev")
                .param("name", "No good"));
        assertThat(answer.select("#get")).hasSize(1);
        assertThat(answer.select("#name-note .field-error").text()).contains("lower case");
        assertThat(answer.select("header.topbar, input[name=name], select")).isEmpty();
    }

    @Test
    void anotherEnvironmentBringsItsClusters() throws Exception {
        var answer = html(post(PAGE)
                .with(csrf())
                .header("HX-Request", "true")
                .param("preview", "")
                .param("environment", "test")
                .param("shown", "dev"));
        assertThat(answer.select("#cluster-part select")).hasSize(1);
        assertThat(answer.select("#cluster-part [name=shown]").val()).isEqualTo("test");
    }

    @Test
    void withoutScriptsThePriceIsWorkedOutOnThePage() throws Exception {
        var page = html(post(PAGE).with(csrf()).param("preview", "").param("name", "mine"));
        assertThat(page.select("h1").text()).isEqualTo("Launch an inference endpoint");
        assertThat(page.select("noscript button[name=preview]")).isNotEmpty();
    }

    @Test
    void launchesAndAnswersWithTheInstancePage() throws Exception {
        var response = send(post(PAGE).with(csrf()).param("name", "triage").param("key", "k1"));
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getRedirectedUrl()).startsWith("/instances/");
        assertThat(instances.count()).isEqualTo(1);
    }

    @Test
    void submittingTwiceMakesOneInstance() throws Exception {
        var first = send(post(PAGE).with(csrf()).param("name", "triage").param("key", "k1"));
        var second = send(post(PAGE).with(csrf()).param("name", "triage").param("key", "k1"));
        assertThat(second.getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
        assertThat(instances.count()).isEqualTo(1);
    }

    @Test
    void wrongInputComesBackWithWhatIsWrongInTitleSummaryAndField() throws Exception {
        var response = send(post(PAGE)
                .with(csrf())
                .param("name", "No good")
                .param("parameters.replicas", "9")
                .param("key", "k1"));
        var page = Jsoup.parse(response.getContentAsString());
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(page.title()).startsWith("2 errors: Launch");
        assertThat(page.select(".crumbs [aria-current=page]").text()).startsWith("Launch");
        assertThat(page.select("#form-summary[tabindex=-1] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#parameters.replicas", "#name");
        assertThat(page.select("#name[aria-invalid=true]").val()).isEqualTo("No good");
        assertThat(page.select("[name='parameters.replicas']").val()).isEqualTo("9");
        assertThat(page.select("[name=key]").val()).isEqualTo("k1");
        assertThat(instances.count()).isZero();
    }

    @Test
    void whatIsStillEmptyIsNamedAndNotCalledWrong() throws Exception {
        var page = html(get(PAGE).param("parameters.model", "").param("name", ""));
        assertThat(page.select("#get .verdict-word").text()).isEqualTo("Still to be filled in");
        assertThat(page.select("#get .verdict a").eachText()).containsExactly("Model", "Instance name");
        assertThat(page.select("#get .verdict a").eachAttr("href"))
                .allSatisfy(target ->
                        assertThat(page.getElementById(target.substring(1))).isNotNull());
        assertThat(page.select("[data-tone=bad], .field-error, [aria-invalid]")).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidBesideWhatIsStillEmpty() throws Exception {
        var page = html(get(PAGE).param("parameters.model", "").param("name", "No good"));
        assertThat(page.select("#get .verdict-word").text()).isEqualTo("Not possible like this");
        assertThat(page.select("#get .verdict p").eachText())
                .containsExactly("A name is lower case, digits and hyphens.", "Still to be filled in: Model");
        assertThat(page.select("#parameters\\.model-note .field-error")).isEmpty();
    }

    @Test
    void submittedWithSomethingEmptyTheFocusGoesThere() throws Exception {
        var response = send(post(PAGE).with(csrf()).param("name", "").param("parameters.model", ""));
        var page = Jsoup.parse(response.getContentAsString());
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(page.select("#form-summary").attr("data-focus")).isEqualTo("parameters.model-field");
        assertThat(page.select("#name-note .field-error")).isNotEmpty();
        assertThat(page.select("#get .verdict-word").text()).isEqualTo("Not possible like this");
    }

    @Test
    void submittedWithSomethingWrongTheFocusGoesToTheSummary() throws Exception {
        var response = send(post(PAGE).with(csrf()).param("name", "No good").param("parameters.model", ""));
        assertThat(Jsoup.parse(response.getContentAsString())
                        .select("#form-summary")
                        .attr("data-focus"))
                .isEqualTo("form-summary");
    }

    @Test
    void overQuotaTheActionSendsForApproval() throws Exception {
        instances.lack(new Holding(Amounts.ofGpu("H100", GpuSlices.of(4)), Money.ZERO));
        var page = html(get(PAGE));
        assertThat(page.select("#get .verdict-word").text()).startsWith("Needs approval");
        assertThat(page.select("#get button[type=submit] .button-rest").text()).isEqualTo("Send for approval");
    }

    @Test
    void anUnknownBlueprintIsNotThere() throws Exception {
        assertThat(send(get("/catalog/nothing/launch")).getStatus()).isEqualTo(404);
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
