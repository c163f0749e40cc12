package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testbed.RequiresControlPlane;
import org.junit.jupiter.api.Test;

/** A developer launches each blueprint on a real API server, uses it, changes it and deletes it. */
@RequiresControlPlane
@RequiresChromium
class LaunchBrowserIT {

    @Test
    void anInferenceEndpointAnswersItsDeveloper() {
        var chat = new OnCluster("claims-dev", "journey-chat");
        try (var mira = Visitor.signedIn("mira.okafor")) {
            mira.openLaunch("inference-endpoint", "dev", chat.name());
            launchUntil(mira, "Ready");
            chat.awaitReplicas("journey-chat", 1);
            chat.assertGuarded();

            ask(mira, "Is anybody there?");
            assertThat(disclosedKey(mira)).isEqualTo(chat.secret("journey-chat-key", "token"));

            mira.change("replicas", "2");
            chat.awaitReplicas("journey-chat", 2);
            mira.awaitState("Ready");

            mira.delete(chat.name());
            chat.awaitGone();
        }
    }

    @Test
    void aRagStackAnswersItsDeveloper() {
        var rag = new OnCluster("fraud-dev", "journey-rag");
        try (var priya = Visitor.signedIn("priya.raman")) {
            priya.openLaunch("rag-stack", "dev", rag.name());
            priya.choose("parameters.generatorModel", "qwen3-4b-instruct");
            launchUntil(priya, "Ready");
            rag.assertGuarded();
            assertThat(rag.objects()).anyMatch(object -> object.startsWith("StatefulSet/"));
            rag.awaitReplicas("journey-rag", 1);

            ask(priya, "What does the handbook say?");

            priya.change("replicas", "2");
            rag.awaitReplicas("journey-rag", 2);
            priya.awaitState("Ready");

            priya.delete(rag.name());
            rag.awaitGone();
        }
    }

    @Test
    void aFineTuneJobCompletes() {
        var tune = new OnCluster("assist-dev", "journey-tune");
        try (var leila = Visitor.signedIn("leila.haddad")) {
            leila.openLaunch("fine-tune-job", "dev", tune.name());
            leila.field("parameters.dataset").fill("registry.slipway.internal/datasets/claims:v3");
            launchUntil(leila, "Completed");
            assertTrained(tune);

            leila.change("epochs", "2");
            leila.awaitState("Completed");
            assertTrained(tune);

            leila.delete(tune.name());
            tune.awaitGone();
        }
    }

    private static void launchUntil(Visitor person, String state) {
        assertThat(person.page.locator("#get .verdict")).containsText("Approved automatically");
        person.launch();
        person.markPage();
        person.awaitState(state);
        assertThat(person.pageIsStillTheSame()).as("without a reload").isTrue();
    }

    /** The stand-in of the test bed refuses whoever does not know the key that lies on the cluster. */
    private static void ask(Visitor person, String message) {
        person.page.locator("#chat-message").fill(message);
        person.press("Send");
        var answer = person.page.locator("#chat-log li.chat-answer").last();
        assertThat(answer).containsText("Your key was accepted");
        assertThat(answer).containsText("You wrote: " + message);
        assertThat(person.page.locator("#announcer")).hasText("Answer complete");
    }

    private static String disclosedKey(Visitor person) {
        var instance = person.path();
        person.press("Show API key");
        var key = person.page.locator("#disclosed").innerText();
        person.page.navigate(instance);
        return key;
    }

    private static void assertTrained(OnCluster tune) {
        assertThat(tune.jobs())
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.getStatus().getSucceeded()).isEqualTo(1));
    }
}
