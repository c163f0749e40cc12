package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.slipway.testbed.RequiresControlPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A developer launches each blueprint on a real API server, uses it, changes it and deletes it. */
@RequiresControlPlane
@RequiresChromium
class LaunchBrowserIT {

    private static Chromium chromium;
    private static KubernetesClient cluster;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        cluster = TestBedPortal.cluster();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        cluster.close();
    }

    @Test
    void anInferenceEndpointAnswersItsDeveloper() {
        try (var mira = Visitor.signedIn(chromium, TestBedPortal.shared(), "mira.okafor")) {
            open(mira, "inference-endpoint", "journey-chat");
            launch(mira);

            assertThat(deployment("journey-chat").getStatus().getReadyReplicas())
                    .isEqualTo(1);
            guardsAreThere();
            Chromium.assertAccessible(mira.page);

            mira.page.locator("#chat-message").fill("Is anybody there?");
            mira.press("Send");
            assertThat(mira.page.locator("#chat-log li.chat-answer").last())
                    .containsText(
                            java.util.regex.Pattern.compile("stand-in", java.util.regex.Pattern.CASE_INSENSITIVE),
                            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));

            mira.page.navigate(mira.page.url() + "/change");
            mira.page.locator("[name='parameters.replicas']").first().fill("2");
            mira.press("Change it");
            mira.awaitState("Ready");
            assertThat(deployment("journey-chat").getSpec().getReplicas()).isEqualTo(2);

            delete(mira, "journey-chat");
            assertThat(cluster.apps()
                            .deployments()
                            .inNamespace("claims-dev")
                            .withName("journey-chat")
                            .get())
                    .isNull();
        }
    }

    @Test
    void aRagStackComesUpWhole() {
        try (var mira = Visitor.signedIn(chromium, TestBedPortal.shared(), "mira.okafor")) {
            open(mira, "rag-stack", "journey-rag");
            mira.choose("parameters.generatorModel", "qwen3-4b-instruct");
            launch(mira);
            assertThat(cluster.apps()
                            .statefulSets()
                            .inNamespace("claims-dev")
                            .withLabel("app.kubernetes.io/instance", "journey-rag")
                            .list()
                            .getItems())
                    .singleElement()
                    .satisfies(store ->
                            assertThat(store.getStatus().getReadyReplicas()).isEqualTo(1));
            delete(mira, "journey-rag");
        }
    }

    @Test
    void aFineTuneJobCompletes() {
        try (var mira = Visitor.signedIn(chromium, TestBedPortal.shared(), "mira.okafor")) {
            open(mira, "fine-tune-job", "journey-tune");
            mira.page.locator("[name='parameters.dataset']").fill("registry.example/datasets/claims:v3");
            mira.press("Launch");
            mira.awaitState("Completed");
            assertThat(cluster.batch()
                            .v1()
                            .jobs()
                            .inNamespace("claims-dev")
                            .withLabel("app.kubernetes.io/instance", "journey-tune")
                            .list()
                            .getItems())
                    .isNotEmpty()
                    .allSatisfy(
                            job -> assertThat(job.getStatus().getSucceeded()).isEqualTo(1));
            delete(mira, "journey-tune");
        }
    }

    private static void open(Visitor person, String blueprint, String name) {
        person.page.navigate("/catalog/" + blueprint + "/launch");
        person.choose("environment", "dev");
        person.page.locator("#name").fill(name);
        assertThat(person.page.locator("#get")).containsText("€", new LocatorAssertions.ContainsTextOptions());
    }

    private static void launch(Visitor person) {
        person.press("Launch");
        assertThat(person.page).hasURL(java.util.regex.Pattern.compile(".*/instances/[0-9a-f-]{36}$"));
        person.markPage();
        person.awaitState("Ready");
        assertThat(person.pageIsStillTheSame())
                .as("became ready without a reload")
                .isTrue();
    }

    private static void delete(Visitor person, String name) {
        person.page.locator("#instance-actions a[href$=deletion]").click();
        person.press("Delete " + name);
        person.awaitState("Deleted");
    }

    private static io.fabric8.kubernetes.api.model.apps.Deployment deployment(String name) {
        return cluster.apps()
                .deployments()
                .inNamespace("claims-dev")
                .withName(name)
                .require();
    }

    private static void guardsAreThere() {
        assertThat(cluster.namespaces()
                        .withName("claims-dev")
                        .require()
                        .getMetadata()
                        .getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(cluster.resourceQuotas().inNamespace("claims-dev").list().getItems())
                .isNotEmpty();
        assertThat(cluster.limitRanges().inNamespace("claims-dev").list().getItems())
                .isNotEmpty();
        assertThat(cluster.network()
                        .v1()
                        .networkPolicies()
                        .inNamespace("claims-dev")
                        .list()
                        .getItems())
                .anySatisfy(
                        policy -> assertThat(policy.getSpec().getPolicyTypes()).contains("Ingress", "Egress"));
        assertThat(cluster.rbac()
                        .roleBindings()
                        .inNamespace("claims-dev")
                        .list()
                        .getItems())
                .isNotEmpty();
    }
}
