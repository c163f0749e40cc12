package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.TeamRole;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import dev.slipway.team.HoldingWords;
import dev.slipway.team.Quotas;
import dev.slipway.testing.SlipwayTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What the page of a request says while the quota moves under it. */
@SlipwayTest
@ActiveProfiles("demo")
class ApprovalPagesTests {

    private static final TeamId CLAIMS = new TeamId("claims");
    private static final Caller MIRA = new Caller(
            new PersonId("mira.okafor"),
            "Mira Okafor",
            Set.of(),
            Map.of(CLAIMS, TeamRole.DEVELOPER),
            ApproverScope.NONE);
    private static final Holding WANTED = holding(64, "50000");

    @Autowired
    MockMvc web;

    @Autowired
    Requests requests;

    @Autowired
    Quotas quotas;

    @Autowired
    TransactionTemplate transactions;

    private Holding ceiling = Holding.NONE;

    @BeforeEach
    void readCeiling() {
        ceiling = quotas.of(CLAIMS).ceiling();
    }

    @AfterEach
    void putItBack() {
        quotas.setCeiling(Caller.SYSTEM, CLAIMS, ceiling);
    }

    @Test
    void reasonGrantAndButtonSayWhatIsMissingNow() throws Exception {
        var id = overQuota();

        quotas.setCeiling(Caller.SYSTEM, CLAIMS, ceiling.plus(holding(64, "0")));

        var missing = HoldingWords.of(quotas.preview(CLAIMS, Optional.empty(), WANTED));
        var page = page(id);
        assertThat(missing).startsWith("€").contains(",");
        assertThat(part(page, "missing-title")).endsWith(missing);
        assertThat(part(page, "why-title"))
                .contains(missing + " over the quota of Claims")
                .doesNotContain("H100");
        assertThat(page.select("[data-approve]").text()).isEqualTo("Approve and grant " + missing);
        assertThat(part(page, "history-title")).contains("Then: ", "slices of H100");
    }

    @Test
    void whatFitsByNowIsNoReasonAnyMore() throws Exception {
        var id = overQuota();

        quotas.setCeiling(Caller.SYSTEM, CLAIMS, ceiling.plus(WANTED));

        var page = page(id);
        assertThat(part(page, "why-title")).contains("it fits by now");
        assertThat(page.select("[data-approve]").text()).isEqualTo("Approve");
    }

    private RequestId overQuota() {
        var instance = InstanceId.random();
        var missing = quotas.preview(CLAIMS, Optional.empty(), WANTED);
        var asked = new NewRequest(
                RequestKind.LAUNCH,
                CLAIMS,
                Optional.of(instance),
                "Launch hail-season in claims/prod",
                "The season begins",
                List.of(HoldingWords.over(missing, "Claims")),
                WANTED,
                missing,
                Optional.of("hash"),
                List.of());
        return Objects.requireNonNull(transactions.execute(transaction -> requests.open(MIRA, asked)));
    }

    private Document page(RequestId id) throws Exception {
        return Jsoup.parse(web.perform(get("/approvals/" + id).with(user("tomasz.nowak")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static String part(Document page, String title) {
        return page.select("[aria-labelledby=" + title + "]").text().replace('\u00a0', ' ');
    }

    private static Holding holding(int slices, String monthly) {
        return new Holding(new Amounts(0, 0, 0, 0, Map.of("H100", GpuSlices.of(slices))), Money.of(monthly));
    }
}
