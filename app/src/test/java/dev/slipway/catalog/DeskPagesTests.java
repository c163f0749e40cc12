package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.slipway.shell.Ui;
import dev.slipway.testing.SlipwayTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the desk's rooms, as each person gets them. */
@SlipwayTest
@ActiveProfiles("demo")
class DeskPagesTests {

    private final LocalDate lastDayAsked = LocalDate.now(ZoneOffset.UTC).plusMonths(3);

    @Autowired
    MockMvc web;

    @Autowired
    Catalog catalog;

    @Autowired
    Ui ui;

    @ParameterizedTest
    @CsvSource({
        "mira.okafor, /catalog, 200",
        "mira.okafor, /catalog?q=endpoint&category=inference, 200",
        "mira.okafor, /catalog/inference-endpoint, 200",
        "mira.okafor, /catalog/nothing, 404",
        "mira.okafor, /models, 200",
        "mira.okafor, /capacity, 200",
        "mira.okafor, /cost, 200",
        "mira.okafor, /cost?team=fraud, 404",
        "mira.okafor, /price-book, 200",
        "mira.okafor, /approvals, 200",
        "mira.okafor, /approvals/new, 200",
        "mira.okafor, /approvals/00000000-0000-0000-0000-000000000000, 404",
        "mira.okafor, /blueprints, 403",
        "mira.okafor, /blueprints/inference-endpoint/draft, 403",
        "mira.okafor, /blueprints/new, 403",
        "ana.ferreira, /blueprints, 200",
        "ana.ferreira, /blueprints/new, 200",
        "ana.ferreira, /blueprints/inference-endpoint/draft, 200",
        "ana.ferreira, /blueprints/inference-endpoint/draft?file=README.md, 200",
        "ana.ferreira, /blueprints/inference-endpoint/draft?file=nothing, 404",
        "ana.ferreira, /blueprints/nothing/draft, 404",
        "ana.ferreira, /cost, 200",
        "ana.ferreira, /price-book, 200",
        "tomasz.nowak, /approvals, 200",
        "tomasz.nowak, /approvals?list=decided, 200",
        "ingrid.solheim, /cost, 200",
        "ingrid.solheim, /approvals?list=others, 200",
    })
    void everyPageAnswersWhomItMay(String person, String path, int status) throws Exception {
        var page = ask(person, get(path), status);

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("[style], [onclick], script:not([src])")).isEmpty();
        assertThat(page.text()).doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/blueprints",
        "/api/v1/blueprints/inference-endpoint",
        "/api/v1/models",
        "/api/v1/models/bge-m3",
        "/api/v1/price-book",
        "/api/v1/requests"
    })
    void programsGetJson(String path) throws Exception {
        var answer =
                web.perform(get(path).with(user("mira.okafor"))).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/json");
    }

    @Test
    void theWorkshopTellsWhatIsDifferentAndWhatEachLineIs() throws Exception {
        var published = catalog.newest("inference-endpoint").orElseThrow().files();
        var page = ask(
                "ana.ferreira",
                post("/blueprints/inference-endpoint/draft/check")
                        .param("text", published.blueprint().replace("maximum: 64", "maximum: 32"))
                        .param("preset", "small")
                        .with(csrf()),
                200);

        assertThat(page.select("#draft-since").text()).contains("Breaks").contains("64");
        var line = 1 + published.blueprint().lines().toList().indexOf("      least: \"${parameters.replicas}\"");
        assertThat(line).isPositive();
        var values = page.select("#draft-values tr");
        assertThat(values).hasSizeGreaterThan(10);
        assertThat(page.select("#draft-values tr[data-line=%d] samp".formatted(line))
                        .text())
                .isEqualTo("1");
        assertThat(page.select("#preview-model option").eachAttr("value"))
                .contains("llama-3.1-8b-instruct")
                .doesNotContain("bge-m3");
    }

    @Test
    void filesAreAddedLookedAtAndDeletedWithPlainForms() throws Exception {
        var name = "fine-tune-job";
        var newest = catalog.newest(name).orElseThrow();
        var draft = "/blueprints/" + name + "/draft";
        ask(
                "ana.ferreira",
                post(draft + "/files/new")
                        .param("text", newest.files().blueprint())
                        .param("path", "tests/added.yaml")
                        .with(csrf()),
                302);
        var readme = ask(
                "ana.ferreira",
                post(draft + "/check")
                        .param("file", "README.md")
                        .param("text", "# Title\n\nIt *tunes*.")
                        .with(csrf()),
                200);
        var icon = ask("ana.ferreira", get(draft + "?file=icon.svg"), 200);
        var added = ask("ana.ferreira", get(draft + "?file=tests/added.yaml"), 200);
        var begun = added.select("#draft-form input[name=revision]").val();
        ask(
                "ana.ferreira",
                post(draft + "/files/deletion").param("revision", begun).with(csrf()),
                422);
        ask(
                "ana.ferreira",
                post(draft + "/files/deletion")
                        .param("file", "tests/added.yaml")
                        .param("revision", begun)
                        .with(csrf()),
                302);

        assertThat(readme.select(".workshop-side .catalog-readme em").text()).isEqualTo("tunes");
        assertThat(icon.select(".workshop-icon img").attr("src")).startsWith("data:image/svg+xml;base64,");
        assertThat(added.select("button[name=open]").eachText()).contains("tests/added.yaml");
        assertThat(ask("ana.ferreira", get(draft), 200)
                        .select("button[name=open]")
                        .eachText())
                .contains("README.md")
                .doesNotContain("tests/added.yaml");
        discard(name);
    }

    @Test
    void aBlueprintTellsItsDeveloperWhatToExpect() throws Exception {
        var page = ask("mira.okafor", get("/catalog/inference-endpoint"), 200);

        assertThat(page.select(".catalog-readme").text()).contains("One model behind the OpenAI API");
        var replicas =
                page.select(".catalog-parameters tbody tr:contains(replicas)").first();
        assertThat(Objects.requireNonNull(replicas).text())
                .contains("Servers side by side", "whole number", "1 to 8 1 1 1 3 1");
        assertThat(page.select(".catalog-prices article")).hasSize(4).allSatisfy(preset -> {
            assertThat(preset.text()).contains("/h").contains("a month");
            assertThat(preset.select(".catalog-places li").eachText()).hasSizeGreaterThan(1);
        });
        var version =
                page.select("section[aria-labelledby=versions-title] tbody tr").last();
        assertThat(Objects.requireNonNull(version).text())
                .contains(
                        catalog.newest("inference-endpoint")
                                .orElseThrow()
                                .version()
                                .toString(),
                        "Certified",
                        "imported");
        assertThat(page.select("section[aria-labelledby=record-title]")).hasSize(1);
        assertThat(page.select("section[aria-labelledby=ways-title]")).hasSize(1);
        assertThat(page.select("section[aria-labelledby=running-title]")).hasSize(1);
    }

    @Test
    void aBlueprintShowsThePictureThatItsAuthorDrew() throws Exception {
        var cards = ask("mira.okafor", get("/catalog"), 200);
        var picture = ask("mira.okafor", get("/catalog/rag-stack"), 200)
                .select("h1 img.catalog-icon")
                .attr("src");

        assertThat(cards.select(".catalog-card img.catalog-icon").eachAttr("src"))
                .hasSameSizeAs(cards.select(".catalog-card"))
                .contains(picture);
        var answer =
                web.perform(get(picture).with(user("mira.okafor"))).andReturn().getResponse();
        assertThat(answer.getContentType()).startsWith("image/svg+xml");
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';");
        assertThat(answer.getHeader("Cache-Control")).contains("immutable");
        assertThat(answer.getContentAsString()).startsWith("<svg");
        ask("mira.okafor", get("/catalog/rag-stack/0.0.1/icon.svg"), 404);
    }

    @Test
    void theFormBesideTheTextAsksOnlyForWhatMatters() throws Exception {
        var page = ask("ana.ferreira", get("/blueprints/rag-stack/draft"), 200);

        assertThat(page.select("#preview-generatorModel")).hasSize(1);
        assertThat(page.select("#preview-generatorInstance")).isEmpty();
        assertThat(page.select("label[for=preview-storage]").text()).isEqualTo("Volume, GiB");
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-31", "soon", "''"})
    void aDayOutOfAllCalendarsIsAnsweredAtItsField(String until) throws Exception {
        var page = ask(
                "ana.ferreira",
                post("/blueprints/inference-endpoint/versions/"
                                + catalog.newest("inference-endpoint")
                                        .orElseThrow()
                                        .version() + "/deprecation")
                        .param("seen", "0")
                        .param("until", until)
                        .param("note", "Use another.")
                        .with(csrf()),
                422);

        assertThat(page.select("#until").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void aSearchAsksForTheResultsOnly() throws Exception {
        var part = web.perform(
                        get("/catalog?q=endpoint").header("HX-Request", "true").with(user("mira.okafor")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(part).contains("id=\"catalog-results\"").doesNotContain("<html");
    }

    @Test
    void anErrorIsShownAtItsLineAndTheTextIsKept() throws Exception {
        var page = ask(
                "ana.ferreira",
                post("/blueprints/inference-endpoint/draft/check")
                        .param("text", "apiVersion: slipway.dev/v1\nkind: Blueprint\nspec: [}\n")
                        .with(csrf()),
                200);

        assertThat(page.select("#draft-problems a").attr("href")).startsWith("#L3");
        assertThat(value(page, "draft-text")).contains("spec: [}");
    }

    @Test
    void theFixOfAProblemIsWrittenIntoTheText() throws Exception {
        var text = "apiVersion: slipway.dev/v1\nkind: Bluprint\nspec: {}\n";
        var page = ask(
                "ana.ferreira",
                post("/blueprints/inference-endpoint/draft/check")
                        .param("text", text)
                        .with(csrf()),
                200);
        var fix = page.select("#draft-problems button:contains(Write Blueprint)");

        var mended = ask(
                "ana.ferreira",
                post("/blueprints/inference-endpoint/draft/correction")
                        .param("text", text)
                        .param("problem", fix.attr("value"))
                        .with(csrf()),
                200);

        assertThat(value(mended, "draft-text")).contains("kind: Blueprint\n");
    }

    @Test
    void whatIsTypedIntoTheFormIsTriedUnlessAnotherPresetWasChosen() throws Exception {
        var text = value(ask("ana.ferreira", get("/blueprints/inference-endpoint/draft"), 200), "draft-text");
        var typed = new String[][] {{"text", text}, {"shown", "small"}, {"parameters.replicas", "2"}};

        var tried = ask(
                "ana.ferreira",
                with(post("/blueprints/inference-endpoint/draft/check"), typed)
                        .param("preset", "small")
                        .with(csrf()),
                200);
        assertThat(tried.select("#preview-replicas").attr("value")).isEqualTo("2");
        assertThat(tried.text()).contains("replicas: 2");

        var other = ask(
                "ana.ferreira",
                with(post("/blueprints/inference-endpoint/draft/check"), typed)
                        .param("preset", "large")
                        .with(csrf()),
                200);
        assertThat(other.select("#preview-replicas").attr("value")).isEqualTo("3");
    }

    @Test
    void anotherFileIsOpenedWithWhatWasTypedSaved() throws Exception {
        var turned = web.perform(post("/blueprints/rag-stack/draft/files")
                        .param("file", "README.md")
                        .param("text", "# Written and not saved")
                        .param("revision", "0")
                        .param("open", "blueprint.yaml")
                        .with(csrf())
                        .with(user("ana.ferreira")))
                .andReturn()
                .getResponse();
        assertThat(turned.getRedirectedUrl()).isEqualTo("/blueprints/rag-stack/draft");
        var page = ask("ana.ferreira", get("/blueprints/rag-stack/draft?file=README.md"), 200);
        assertThat(value(page, "draft-text")).contains("# Written and not saved");
        assertThat(page.select(".text-diff li[data-sign=added]").text()).contains("# Written and not saved");

        var refused = ask(
                "ana.ferreira",
                post("/blueprints/rag-stack/draft/files/new")
                        .param("file", "README.md")
                        .param("text", "# Written and not saved")
                        .param("revision", page.select("[name=revision]").attr("value"))
                        .param("path", "../secrets.yaml")
                        .with(csrf()),
                422);
        assertThat(refused.text()).contains("is no file of a blueprint");
        discard("rag-stack");
    }

    @ParameterizedTest
    @CsvSource({"'', ../../etc/x, x", "/files, ../../etc/x, x", "/files, icon.svg, #", "'', README.md, #"})
    void whatABlueprintCannotHoldIsRefusedOnItsPage(String button, String file, String begins) throws Exception {
        var text = begins.equals("#") ? "#".repeat(300_000) : begins;
        var page = ask(
                "ana.ferreira",
                post("/blueprints/fine-tune-job/draft" + button)
                        .param("file", file)
                        .param("text", text)
                        .param("revision", "0")
                        .param("open", "blueprint.yaml")
                        .with(csrf()),
                422);

        assertThat(page.select(".workshop-notice").text()).contains("Not saved", file);
        assertThat(value(page, "draft-text").strip()).isEqualTo(text);
        assertThat(ask("ana.ferreira", get("/blueprints/fine-tune-job/draft"), 200)
                        .select("#draft-form [name=revision]")
                        .val())
                .isEqualTo("0");
    }

    @Test
    void aBlueprintThatIsNewIsBegunWithAPlainForm() throws Exception {
        assertThat(ask("ana.ferreira", get("/blueprints"), 200).select("a[href='/blueprints/new']"))
                .hasSize(1);
        ask("mira.okafor", post("/blueprints").param("name", "from-a-form").with(csrf()), 403);
        var begun = web.perform(post("/blueprints")
                        .param("name", "from-a-form")
                        .with(csrf())
                        .with(user("ana.ferreira")))
                .andReturn()
                .getResponse();
        assertThat(begun.getRedirectedUrl()).isEqualTo("/blueprints/from-a-form/draft");

        var draft = ask("ana.ferreira", get("/blueprints/from-a-form/draft"), 200);
        assertThat(value(draft, "draft-text")).contains("name: from-a-form", "title: From a form");
        assertThat(draft.select("#draft-problems li")).isEmpty();
        assertThat(ask("ana.ferreira", get("/blueprints"), 200)
                        .select("tr:contains(from-a-form)")
                        .text())
                .contains("none yet", "Edit");
        var taken = ask(
                "ana.ferreira", post("/blueprints").param("name", "from-a-form").with(csrf()), 409);
        assertThat(taken.select("#name-note").text()).contains("There is a blueprint from-a-form already");
        var odd = ask(
                "ana.ferreira", post("/blueprints").param("name", "From a form").with(csrf()), 422);
        assertThat(odd.select("#name[aria-invalid]").val()).isEqualTo("From a form");
        ask(
                "ana.ferreira",
                post("/blueprints/from-a-form/impact")
                        .param("text", value(draft, "draft-text"))
                        .param("revision", "1")
                        .with(csrf()),
                302);
        assertThat(ask("ana.ferreira", get("/blueprints/from-a-form/impact"), 200)
                        .select("h1"))
                .hasSize(1);
        discard("from-a-form");
    }

    private void discard(String name) throws Exception {
        var draft = "/blueprints/" + name + "/draft";
        var seen = ask("ana.ferreira", get(draft), 200)
                .select("form[action$=deletion] [name=revision]")
                .val();
        ask("ana.ferreira", post(draft + "/deletion").param("revision", seen).with(csrf()), 302);
    }

    @Test
    void theEditorIsToldWhatMayBeWritten() throws Exception {
        var question =
                new String[][] {{"file", "blueprint.yaml"}, {"text", "spec:\n  cat\n"}, {"line", "2"}, {"column", "5"}};
        var answer = web.perform(with(post("/blueprints/rag-stack/draft/completions"), question)
                        .with(csrf())
                        .with(user("ana.ferreira")))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("\"from\":2", "\"text\":\"category:\"");
        ask(
                "mira.okafor",
                with(post("/blueprints/rag-stack/draft/completions"), question).with(csrf()),
                403);
    }

    @Test
    void theEditorMayBringItsStylesAndNothingElse() throws Exception {
        var answer = web.perform(get("/blueprints/rag-stack/draft").with(user("ana.ferreira")))
                .andReturn()
                .getResponse();
        var nonce =
                Jsoup.parse(answer.getContentAsString()).select("#draft-text").attr("data-nonce");

        assertThat(nonce).hasSizeGreaterThan(20);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("style-src 'self' 'nonce-" + nonce + "'")
                .contains("script-src 'self';");
        assertThat(web.perform(get("/blueprints").with(user("ana.ferreira")))
                        .andReturn()
                        .getResponse()
                        .getHeader("Content-Security-Policy"))
                .doesNotContain("nonce");
    }

    @Test
    void aConcurrentSaveIsAnswered409AndKeepsTheInput() throws Exception {
        var text = "apiVersion: slipway.dev/v1\n# mine\n";
        web.perform(post("/blueprints/inference-endpoint/draft")
                .param("text", "# theirs")
                .param("revision", "0")
                .with(csrf())
                .with(user("ana.ferreira")));

        var page = ask(
                "ana.ferreira",
                post("/blueprints/inference-endpoint/draft")
                        .param("text", text)
                        .param("revision", "0")
                        .with(csrf()),
                409);

        assertThat(value(page, "draft-text")).contains("# mine");
        assertThat(page.text()).contains("# theirs");
        assertThat(page.select(".text-diff li[data-sign=removed]").text()).contains("# theirs");
        assertThat(page.select(".text-diff li[data-sign=added]").text()).contains("# mine");
        var overtaken = ask(
                "ana.ferreira",
                post("/blueprints/inference-endpoint/draft/deletion").with(csrf()),
                409);
        assertThat(overtaken.select("[role=alert]").text()).contains("Not discarded", "Nothing is discarded");
        assertThat(value(overtaken, "draft-text")).contains("# theirs");
        discard("inference-endpoint");
    }

    @Test
    void aRequestGoesFromTheFormToItsDecision() throws Exception {
        var asked = web.perform(post("/approvals")
                        .param("team", "claims")
                        .param("gpu-H100", "4")
                        .param("until", lastDayAsked.toString())
                        .param("reason", "More documents")
                        .with(csrf())
                        .with(user("mira.okafor")))
                .andReturn()
                .getResponse();
        assertThat(asked.getStatus()).isEqualTo(302);
        var address = Objects.requireNonNull(asked.getRedirectedUrl());

        assertThat(ask("mira.okafor", get(address), 200).select("[data-approve]"))
                .isEmpty();
        ask("priya.raman", get(address), 404);
        assertThat(ask("tomasz.nowak", get(address), 200).select("[data-approve]"))
                .hasSize(1);
        var again = ask(
                "tomasz.nowak",
                post(address + "/refusal")
                        .param("grantUntil", lastDayAsked.toString())
                        .with(csrf()),
                422);
        assertThat(again.select("#comment[aria-invalid]")).hasSize(1);
        web.perform(post(address + "/approval")
                .param("grantUntil", lastDayAsked.toString())
                .with(csrf())
                .with(user("tomasz.nowak")));
        var lastDay = ui.date(lastDayAsked).replace('\u00a0', ' ');
        var decided = ask("mira.okafor", get(address), 200);
        assertThat(decided.select(".approval-title").text()).endsWith("until " + lastDay);
        assertThat(words(decided)).contains("Tomasz Nowak approved, until " + lastDay);
        assertThat(words(ask("mira.okafor", get("/teams/claims"), 200))).contains("tomasz.nowak " + lastDay);
    }

    @Test
    void aGrantHasAnEndThatPeopleLiveToSee() throws Exception {
        var page = ask(
                "mira.okafor",
                post("/approvals")
                        .param("team", "claims")
                        .param("gpu-H100", "4")
                        .param("until", "9999-12-31")
                        .param("reason", "For ever")
                        .with(csrf()),
                422);

        assertThat(page.select("#until[aria-invalid]")).hasSize(1);
        assertThat(page.text()).contains("A grant lasts at most 3 years");
    }

    @Test
    void aQuotaRequestThatAsksForNothingIsSentBack() throws Exception {
        var page = ask(
                "mira.okafor",
                post("/approvals")
                        .param("team", "claims")
                        .param("until", lastDayAsked.toString())
                        .param("reason", "Because")
                        .with(csrf()),
                422);

        assertThat(page.select("#form-summary")).hasSize(1);
        assertThat(value(page, "reason")).isEqualTo("Because");
    }

    @Test
    void aPriceIsSetByAnAdminOnly() throws Exception {
        var price = new String[][] {{"item", "cpu"}, {"amount", "0.025"}, {"from", "2099-01-01"}};
        ask("mira.okafor", with(post("/price-book"), price).with(csrf()), 403);
        var set = web.perform(with(post("/price-book"), price).with(csrf()).with(user("ana.ferreira")))
                .andReturn()
                .getResponse();

        assertThat(set.getRedirectedUrl()).isEqualTo("/price-book");
        assertThat(ask("ana.ferreira", get("/price-book"), 200).text()).contains("€0.025", "from its date");
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String[][] values) {
        for (var value : values) {
            request.param(value[0], value[1]);
        }
        return request;
    }

    private static String words(Document page) {
        return page.text().replace('\u00a0', ' ');
    }

    private static String value(Document page, String id) {
        return Objects.requireNonNull(page.getElementById(id), id).wholeText();
    }

    private Document ask(String person, MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = web.perform(request.with(user(person)).accept("text/html"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return Jsoup.parse(answer.getContentAsString());
    }
}
