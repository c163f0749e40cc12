package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.slipway.testbed.RequiresControlPlane;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What goes beyond a quota waits for another person. */
@RequiresControlPlane
@RequiresChromium
class SignOffBrowserIT {

    @Test
    void anApprovedLaunchGoesOnByItself() {
        var rush = new OnCluster("claims-test", "journey-rush");
        try (var mira = Visitor.signedIn("mira.okafor");
                var tomasz = Visitor.signedIn("tomasz.nowak")) {
            mira.openLaunch("inference-endpoint", "test", rush.name());
            mira.field("parameters.replicas").fill("6");
            mira.page
                    .locator("#shares label.choice", new Page.LocatorOptions().setHasText("3g.40gb"))
                    .locator("input")
                    .check(new Locator.CheckOptions().setForce(true));
            mira.field("reason").fill("The year's end brings six times as many claims.");
            assertThat(mira.page.locator("#get")).containsText("Needs approval by");
            assertThat(mira.page.locator("#get button[type=submit]:not([name])"))
                    .containsText("Send for approval");
            mira.launch();
            mira.markPage();
            assertThat(mira.page.locator("#instance-now")).containsText("This launch waits for a sign-off.");
            assertThat(rush.objects()).isEmpty();

            approve(tomasz, "Agreed until the end of the month.");

            mira.awaitState("Ready");
            assertThat(mira.pageIsStillTheSame()).as("without a reload").isTrue();
            rush.awaitReplicas("journey-rush", 6);

            mira.delete(rush.name());
            rush.awaitGone();
        }
    }

    private static void approve(Visitor approver, String comment) {
        approver.page.navigate("/approvals");
        approver.page
                .locator(".approval-rows a", new Page.LocatorOptions().setHasText("journey-rush"))
                .click();
        assertThat(approver.page.locator("article.page")).containsText("The year's end brings");
        approver.field("comment").fill(comment);
        approver.page.locator("[data-approve]").click();
        assertThat(approver.page.locator("article.page")).containsText("Tomasz Nowak approved");
        assertThat(approver.page.locator(".approval-quote")).hasText(comment);
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
        try (var jonas = Visitor.signedIn("jonas.lindqvist")) {
            jonas.page.navigate("/approvals/new");
            jonas.field("cpu").fill("16");
            jonas.field("until").fill(nextMonth());
            jonas.field("reason").fill("The card screening needs more.");
            jonas.press("Send for approval");
            assertThat(jonas.page.locator("#decision")).containsText("You asked for this yourself");
            assertThat(jonas.page.locator("[data-approve]")).hasCount(0);

            var refused = jonas.page
                    .request()
                    .post(
                            jonas.path() + "/approval",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("comment", "Yes to myself.")
                                            .set("grantUntil", nextMonth())
                                            .set("_csrf", csrf(jonas))));
            assertThat(refused.status()).isEqualTo(403);
            jonas.page.reload();
            assertThat(jonas.page.locator("#decision")).isVisible();
        }
    }

    private static String nextMonth() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    }

    private static String csrf(Visitor person) {
        return Objects.requireNonNull(person.page.locator("meta[name=csrf]").getAttribute("content"));
    }
}
