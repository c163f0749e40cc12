package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = ShellTestApplication.class)
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@WithMockUser
class ComponentsWebTests {

    @Autowired
    private MockMvc web;

    @Test
    void idsAreUniqueAndReferencesLeadSomewhere() throws Exception {
        var page = page("/dev/components");

        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("label[for]").eachAttr("for")).isSubsetOf(ids);
        assertThat(page.select("[popovertarget]").eachAttr("popovertarget")).isSubsetOf(ids);
        for (var reference : new String[] {"aria-describedby", "aria-labelledby", "aria-controls"}) {
            assertThat(page.select("[" + reference + "]").eachAttr(reference)).isSubsetOf(ids);
        }
    }

    @Test
    void nothingIsInline() throws Exception {
        var page = page("/dev/components");

        assertThat(page.select("style, [style]")).isEmpty();
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.getAllElements())
                .flatMap(element -> element.attributes().asList())
                .extracting(Attribute::getKey)
                .noneMatch(name -> name.startsWith("on"));
    }

    @Test
    void everyImageOfAFigureIsSaidInWords() throws Exception {
        var page = page("/dev/components");

        assertThat(page.select("[role=img]"))
                .isNotEmpty()
                .allSatisfy(image -> assertThat(image.attr("aria-label")).isNotBlank());
        assertThat(page.select("svg:not([role=img]):not([role=progressbar]):not([role=presentation])"))
                .allSatisfy(
                        icon -> assertThat(icon.closest("[aria-hidden=true]")).isNotNull());
    }

    @Test
    void everyControlHasAName() throws Exception {
        var page = page("/dev/components");

        assertThat(page.select("button, a[href]"))
                .allSatisfy(control -> assertThat(nameOf(control)).isNotBlank());
        assertThat(page.select("input:not([type=hidden]), select, textarea"))
                .allMatch(field -> field.closest("label") != null
                        || field.hasAttr("aria-label")
                        || !page.select("label[for=" + field.id() + "]").isEmpty());
    }

    @Test
    void thePageHasItsLandmarksAndSaysWhereItIs() throws Exception {
        var page = page("/dev/components");

        assertThat(page.select("h1")).hasSize(2); // its own, and that of the sample of a dialog
        assertThat(page.select("main#main")).hasSize(1);
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("nav"))
                .allSatisfy(nav -> assertThat(nav.attr("aria-label") + nav.attr("aria-labelledby"))
                        .isNotBlank());
        assertThat(page.title()).isEqualTo("Components · Claims · Slipway");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void theNavigationShowsTheEntriesOfTheRooms() throws Exception {
        var page = page("/dev/components");

        assertThat(page.select(".nav h2").eachText()).containsExactly("Build", "Operate");
        assertThat(page.select(".nav a").eachText()).containsExactly("Catalog", "Instances 4", "Approvals");
        assertThat(page.select(".person").text()).contains("Mira Okafor", "Developer, Claims");
    }

    @Test
    void answersCarryThePolicyAndVaryByHtmx() throws Exception {
        web.perform(get("/dev/components"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(
                                        containsString("default-src 'none'"),
                                        containsString("script-src 'self';"),
                                        containsString("style-src 'self';"),
                                        containsString("frame-ancestors 'none'"),
                                        not(containsString("unsafe")))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(HttpHeaders.VARY, HtmxRequests.HEADER));
    }

    @Test
    void stylesAndScriptsAreOneFileEachAndKept() throws Exception {
        var page = page("/dev/components");

        for (var path : new String[] {
            page.select("head link[rel=stylesheet]").attr("href"),
            page.select("script[type=module]").attr("src")
        }) {
            web.perform(get(path))
                    .andExpect(status().isOk())
                    .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable"));
        }
        assertThat(page.select("script[src*=htmx]").attr("src")).contains("/webjars/htmx.org/2.0.10/");
    }

    @Test
    void thePaletteIsAPageAndAPart() throws Exception {
        assertThat(page("/jump?q=app").select("main .palette-list a").eachText())
                .containsExactly("Approvals");

        var part = part(get("/jump?q=app"));
        assertThat(part.select("main, html > head > *")).isEmpty();
        assertThat(part.select("[role=option]").eachText()).containsExactly("Approvals");

        var restored = part(get("/jump?q=app").header("HX-History-Restore-Request", "true"));
        assertThat(restored.select("main")).hasSize(1);
    }

    @Test
    void aThemeIsKeptInACookieAndLeadsBackToThisPortalOnly() throws Exception {
        web.perform(post("/theme")
                        .with(csrf())
                        .header(HttpHeaders.REFERER, "https://elsewhere.example/instances?team=claims")
                        .param("theme", "dark"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string(HttpHeaders.LOCATION, "/instances?team=claims"))
                .andExpect(header().string(
                                HttpHeaders.SET_COOKIE, startsWith("slipway-theme=dark; Path=/; Max-Age=31536000")));
    }

    private static String nameOf(Element control) {
        var visible = control.clone();
        visible.select("[aria-hidden=true]").remove();
        return control.attr("aria-label") + visible.text();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(web.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document part(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(web.perform(request.header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
