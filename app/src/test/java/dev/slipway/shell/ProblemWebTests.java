package dev.slipway.shell;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.UnavailableException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@SpringBootTest(classes = ShellTestApplication.class)
@AutoConfigureMockMvc
@Import(ProblemWebTests.Failing.class)
@WithMockUser
class ProblemWebTests {

    @Autowired
    private MockMvc web;

    @Test
    void aProgramIsToldInItsOwnForm() throws Exception {
        web.perform(get("/api/v1/failing/invalid"))
                .andExpect(status().is(422))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("too-many-replicas"))
                .andExpect(jsonPath("$.title").value("Nine replicas are too many"))
                .andExpect(jsonPath("$.detail").value("At most eight fit."))
                .andExpect(jsonPath("$.errors.replicas").value("At most eight fit."))
                .andExpect(jsonPath("$.traceId").isNotEmpty());
    }

    @Test
    void eachCategoryHasItsStatus() throws Exception {
        web.perform(get("/failing/missing")).andExpect(status().isNotFound());
        web.perform(get("/failing/refused")).andExpect(status().isForbidden());
        web.perform(get("/failing/conflict")).andExpect(status().isConflict());
        web.perform(get("/failing/away")).andExpect(status().isServiceUnavailable());
        web.perform(get("/nowhere")).andExpect(status().isNotFound());
    }

    @Test
    void aPersonGetsAPageWithTheNavigation() throws Exception {
        web.perform(get("/failing/missing").accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("<h1 tabindex=\"-1\">There is no instance triage-old</h1>")))
                .andExpect(content().string(containsString("id=\"sidebar\"")));
    }

    @Test
    void aPartOfAPageIsToldAboveTheContent() throws Exception {
        web.perform(get("/failing/conflict").header("HX-Request", "true"))
                .andExpect(status().isConflict())
                .andExpect(header().string("HX-Retarget", "#problem-place"))
                .andExpect(content().string(not(containsString("<main"))));
    }

    @Test
    void anUnexpectedFailureShowsAnIdAndNothingOfALibrary() throws Exception {
        web.perform(get("/failing/unexpected").accept(MediaType.TEXT_HTML))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("Something failed that should not")))
                .andExpect(content().string(matchesRegex("(?s).*<code>[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}</code>.*")))
                .andExpect(content().string(not(containsString("secret of a library"))));
    }

    @Controller
    static class Failing {

        @GetMapping({"/failing/{how}", "/api/v1/failing/{how}"})
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "missing" ->
                    new NotFoundException("instance-not-found", "There is no instance triage-old. It was deleted.");
                case "refused" -> new RefusedException("not-yours", "Only an owner can do this.");
                case "conflict" -> new ConflictException("name-taken", "The name is taken. Choose another.");
                case "invalid" ->
                    new InvalidException(
                            "too-many-replicas", "Nine replicas are too many. At most eight fit.", "replicas");
                case "away" -> new UnavailableException("cluster-away", "ham-1 does not answer.");
                default -> new IllegalStateException("secret of a library");
            };
        }
    }
}
