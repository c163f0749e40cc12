package dev.slipway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.slipway.testing.SlipwayTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SlipwayTest
@ActiveProfiles("demo")
class AccessWebTests {

    @Autowired
    MockMvcTester portal;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/team", "/teams/claims", "/audit", "/no-such-page"})
    void sendsStrangersToSignIn(String address) {
        assertThat(portal.get().uri(address).accept("text/html").exchange())
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/teams", "/api/v1/audit", "/api/v1/no-such-thing"})
    void tellsProgramsToSignIn(String address) {
        assertThat(portal.get().uri(address).exchange())
                .hasStatus(401)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("not-signed-in");
    }

    @Test
    void reloadsThePageOfAPartWhoseSignInHasExpired() {
        assertThat(portal.get()
                        .uri("/teams/claims")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatus(401)
                .hasHeader("HX-Refresh", "true");
    }

    @Test
    void healthAndFilesNeedNoSignIn() {
        assertThat(portal.get().uri("/actuator/health").exchange()).hasStatusOk();
        assertThat(portal.get().uri("/icons/slipway.svg").exchange()).hasStatusOk();
        assertThat(portal.get()
                        .uri("/actuator/prometheus")
                        .with(user("mira.okafor"))
                        .exchange())
                .hasStatus(403);
        assertThat(portal.get().uri("/actuator/health").exchange()).doesNotContainHeader("Set-Cookie");
    }

    @Test
    void theSignInPageOffersThePeopleOfTheDemo() {
        var answer = portal.get().uri("/sign-in").exchange();
        assertThat(answer).hasStatusOk().headers().hasValue("Referrer-Policy", "same-origin");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
        var page = page(answer);
        assertThat(page.select("#demo form")).hasSize(DemoPeople.PEOPLE.size()).allSatisfy(form -> {
            assertThat(form.select("input[name=_csrf]").attr("value")).isNotEmpty();
            assertThat(form.select("input[name=password]").attr("value")).isEqualTo("launch-it");
        });
        assertThat(page.select("script:not([src]), [style], [onclick]")).isEmpty();
    }

    @Test
    void signsInAndGoesToThePageThatWasAskedFor() {
        var session = new MockHttpSession();
        portal.get()
                .uri("/teams/claims?x=1")
                .accept("text/html")
                .session(session)
                .exchange();
        assertThat(signIn("mira.okafor", "launch-it", session)).redirectedUrl().endsWith("/teams/claims?x=1");
    }

    @Test
    void namesAreTakenAsTyped() {
        assertThat(signIn(" Mira.Okafor ", "launch-it", new MockHttpSession())).hasRedirectedUrl("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"henrik.vogel", "nobody.at-all", "no name", ""})
    void refusesAWrongPasswordAsItRefusesAnUnknownName(String name) {
        assertThat(signIn(name, "wrong", new MockHttpSession())).hasRedirectedUrl("/sign-in?wrong");
    }

    @Test
    void letsANameRestAfterTenWrongPasswords() {
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(signIn("daniel.weiss", "guess " + attempt, new MockHttpSession()))
                    .hasRedirectedUrl("/sign-in?wrong");
        }
        assertThat(signIn("daniel.weiss", "launch-it", new MockHttpSession())).hasRedirectedUrl("/sign-in?locked");
        database.sql("update access.attempt set last = last - interval '16 minutes'")
                .update();
        assertThat(signIn("daniel.weiss", "launch-it", new MockHttpSession())).hasRedirectedUrl("/");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        assertThat(portal.perform(post("/chosen-team").param("team", "claims").with(user("mira.okafor"))))
                .hasStatus(403);
        assertThat(portal.perform(post("/chosen-team")
                        .param("team", "claims")
                        .with(user("mira.okafor"))
                        .with(csrf())))
                .hasStatus3xxRedirection();
    }

    @Test
    void keepsTheInputOfAFormThatWasSentAfterTheSignInHadExpired() {
        var session = new MockHttpSession();
        assertThat(portal.perform(post("/teams/claims/ceiling")
                        .param("cores", "12 & more")
                        .param("_csrf", "stale")
                        .header("Referer", "http://localhost/teams/claims/ceiling")
                        .session(session)))
                .hasRedirectedUrl("/sign-in?expired");
        assertThat(signIn("ana.ferreira", "launch-it", session))
                .hasRedirectedUrl("http://localhost/teams/claims/ceiling?cores=12%20%26%20more");
    }

    @Test
    void doesNotGoToAnotherHostAfterSignIn() {
        var session = new MockHttpSession();
        portal.perform(post("/teams/claims/ceiling")
                .param("cores", "1")
                .header("Referer", "http://elsewhere.example/teams/claims/ceiling")
                .session(session));
        assertThat(signIn("ana.ferreira", "launch-it", session)).hasRedirectedUrl("/");
    }

    @Test
    void anAddressThatIsNoneDoesNotKeepAnybodyFromSigningIn() {
        assertThat(portal.perform(post("/teams/claims/ceiling")
                        .param("_csrf", "stale")
                        .header("Referer", "http://localhost/audit?subject=a|b^{c}")))
                .hasRedirectedUrl("/sign-in?expired");
    }

    @Test
    void anotherTeamsPagesAreNotThere() {
        for (var address :
                new String[] {"/teams/fraud", "/api/v1/teams/fraud", "/api/v1/teams/fraud/quota", "/teams/fraud/ceiling"
                }) {
            assertThat(portal.perform(get(address).with(user("mira.okafor")))).hasStatus(404);
            assertThat(portal.perform(get(address.replace("fraud", "nobody")).with(user("mira.okafor"))))
                    .hasStatus(404);
        }
        assertThat(portal.perform(get("/teams/claims").with(user("mira.okafor"))))
                .hasStatusOk();
        assertThat(portal.perform(get("/api/v1/teams").with(user("mira.okafor"))))
                .bodyJson()
                .extractingPath("$[*].id")
                .asArray()
                .containsExactly("claims");
    }

    @Test
    void pagesOfOneRoleAreRefusedToOthers() {
        assertThat(portal.perform(get("/audit").with(user("mira.okafor")))).hasStatus(403);
        assertThat(portal.perform(get("/audit").with(user("tomasz.nowak")))).hasStatus(403);
        assertThat(portal.perform(get("/audit").with(user("ingrid.solheim")))).hasStatusOk();
        assertThat(portal.perform(get("/teams/claims/ceiling").with(user("mira.okafor"))))
                .hasStatus(403);
        assertThat(portal.perform(get("/teams/claims/ceiling").with(user("ana.ferreira"))))
                .hasStatusOk();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
        var session = new MockHttpSession();
        signIn("ingrid.solheim", "launch-it", session);
        assertThat(portal.perform(get("/audit").session(session))).hasStatusOk();
        database.sql("update access.person set auditor = false where id = 'ingrid.solheim'")
                .update();
        assertThat(portal.perform(get("/audit").session(session))).hasStatus(403);
        database.sql("update access.person set enabled = false where id = 'ingrid.solheim'")
                .update();
        assertThat(portal.perform(get("/audit").session(session))).hasStatus3xxRedirection();
        database.sql("update access.person set auditor = true, enabled = true where id = 'ingrid.solheim'")
                .update();
    }

    @Test
    void signsOut() {
        var session = new MockHttpSession();
        signIn("mira.okafor", "launch-it", session);
        assertThat(portal.perform(post("/sign-out").with(csrf()).session(session)))
                .hasRedirectedUrl("/sign-in?signed-out");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void writesDownWhoSignedIn() {
        signIn("leila.haddad", "launch-it", new MockHttpSession());
        assertThat(portal.perform(get("/api/v1/audit?actor=leila.haddad").with(user("ingrid.solheim"))))
                .bodyJson()
                .extractingPath("$.entries[0].action")
                .isEqualTo("person.signed-in");
    }

    private MvcTestResult signIn(String name, String password, MockHttpSession session) {
        return portal.perform(post("/sign-in")
                .param("username", name)
                .param("password", password)
                .session(session)
                .with(csrf()));
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
