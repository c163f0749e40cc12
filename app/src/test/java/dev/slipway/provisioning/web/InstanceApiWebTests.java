package dev.slipway.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.slipway.provisioning.FakeInstances;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = WebTestApplication.class)
@AutoConfigureMockMvc
@WithMockUser("claims")
class InstanceApiWebTests {

    private static final String LAUNCH = """
            {"blueprint": "inference-endpoint", "team": "claims", "environment": "dev", "name": "%s",
             "parameters": {"model": "gpt-oss-20b", "replicas": %d}}
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FakeInstances instances;

    @BeforeEach
    void forget() {
        instances.forget();
    }

    @Test
    void theSameKeyAnswersWithTheSameInstance() {
        var first = submit("triage", 1);
        var second = submit("triage", 1);
        assertThat(first).hasStatus(201);
        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(instances.count()).isEqualTo(1);
        assertThat(mvc.get().uri("/api/v1/instances"))
                .bodyJson()
                .extractingPath("$[0].name")
                .isEqualTo("triage");
    }

    @Test
    void aPlanWritesNothing() {
        assertThat(mvc.post()
                        .uri("/api/v1/instances/plan")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(LAUNCH.formatted("triage", 1)))
                .bodyJson()
                .extractingPath("$.verdict")
                .isEqualTo("automatic");
        assertThat(instances.count()).isZero();
    }

    @Test
    void wrongParametersAreAProblemWithFieldErrors() {
        var answer = submit("triage", 9);
        assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("plan-not-possible");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors['parameters.replicas']")
                .asString()
                .contains("8");
    }

    @Test
    void aMissingFieldIsNamed() {
        var answer = mvc.post()
                .uri("/api/v1/instances")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"blueprint\": \"inference-endpoint\"}")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors.team").asString().contains("missing");
    }

    @Test
    void anotherTeamsInstanceIsNotThere() {
        var location = submit("triage", 1).getResponse().getHeader("Location");
        assertThat(location).isNotNull();
        assertThat(mvc.get().uri(location).with(user("fraud")))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(mvc.delete().uri(location).with(user("fraud")).with(csrf())).hasStatus(404);
    }

    @Test
    void aChangeOnTopOfAnOlderRevisionIsAConflict() {
        var location = submit("triage", 1).getResponse().getHeader("Location");
        assertThat(mvc.put()
                        .uri(location + "/parameters")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"revision\": 7, \"parameters\": {\"model\": \"gpt-oss-20b\"}}"))
                .hasStatus(409);
    }

    @Test
    void deletingIsAcceptedAndTold() {
        var location = submit("triage", 1).getResponse().getHeader("Location");
        assertThat(location).isNotNull();
        var answer = mvc.delete().uri(location).with(csrf()).exchange();
        assertThat(answer).hasStatus(202);
        assertThat(answer).bodyJson().extractingPath("$.state").isEqualTo("deleting");
    }

    private MvcTestResult submit(String name, int replicas) {
        return mvc.post()
                .uri("/api/v1/instances")
                .with(csrf())
                .header("Idempotency-Key", "pipeline-1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(LAUNCH.formatted(name, replicas))
                .exchange();
    }
}
