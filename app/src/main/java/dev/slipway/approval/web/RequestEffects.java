package dev.slipway.approval.web;

import dev.slipway.approval.RequestKind;
import dev.slipway.approval.RequestView;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.MeterView;
import dev.slipway.team.Holding;
import dev.slipway.team.HoldingWords;
import dev.slipway.team.QuotaView;
import dev.slipway.team.Quotas;
import dev.slipway.team.Teams;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What approving would do to a team's quota and money, now, as bars and words. */
@Component
class RequestEffects {

    private final Quotas quotas;
    private final Teams teams;
    private final Ui ui;

    RequestEffects(Quotas quotas, Teams teams, Ui ui) {
        this.quotas = quotas;
        this.teams = teams;
        this.ui = ui;
    }

    Effect of(RequestView request) {
        var quota = quotas.of(request.team());
        return request.kind() == RequestKind.QUOTA ? limit(request, quota) : holding(request, quota);
    }

    /** An instance would hold more within a limit that is raised by what is missing. */
    private Effect holding(RequestView request, QuotaView quota) {
        var held = request.instance().map(quotas::held).orElse(Holding.NONE);
        var missing = request.status().isOpen()
                ? quotas.preview(request.team(), request.instance(), request.wanted())
                : request.decision().flatMap(RequestView.Decision::granted).orElse(request.missing());
        var meters = new ArrayList<MeterView>();
        request.wanted().amounts().gpu().forEach((model, wanted) -> {
            var before = of(quota.reserved(), model).minus(of(held, model));
            meters.add(slices(model, before, before.plus(wanted), of(quota.limit(), model)));
        });
        var before = quota.reserved().monthly().minus(held.monthly());
        meters.add(money(
                before, before.plus(request.wanted().monthly()), quota.limit().monthly()));
        var why = request.status().isOpen() ? overNow(request, missing) : request.why();
        return new Effect(meters, why, missing);
    }

    /** The limit itself would rise; once decided, the limit as it now is. */
    private Effect limit(RequestView request, QuotaView quota) {
        var open = request.status().isOpen();
        var meters = new ArrayList<MeterView>();
        request.wanted().amounts().gpu().forEach((model, added) -> {
            var limit = of(quota.limit(), model);
            var after = open ? limit.plus(added) : limit;
            meters.add(MeterView.upTo(after.units())
                    .part("used", of(quota.reserved(), model).units())
                    .build(
                            "Limit of " + model,
                            open ? limit.toString() : null,
                            after.toString(),
                            "slices",
                            "%s slices of %s are held; the limit is %s."
                                    .formatted(of(quota.reserved(), model), model, after)));
        });
        if (!request.wanted().monthly().isZero()) {
            var limit = quota.limit().monthly();
            var after = open ? limit.plus(request.wanted().monthly()) : limit;
            meters.add(MeterView.upTo(positive(after.amount()))
                    .part("used", positive(quota.reserved().monthly().amount()))
                    .build(
                            "Limit of money",
                            open ? ui.euros(limit) : null,
                            ui.euros(after),
                            "a month",
                            "%s a month are held; the limit is %s."
                                    .formatted(ui.euros(quota.reserved().monthly()), ui.euros(after))));
        }
        return new Effect(meters, request.why(), request.wanted());
    }

    /** Ceilings, grants and what others hold have moved since it was asked, so what was missing then is no reason now. */
    private List<String> overNow(RequestView request, Holding missing) {
        return missing.isNone()
                ? List.of()
                : List.of(HoldingWords.over(missing, teams.get(request.team()).title()));
    }

    private static MeterView slices(String model, GpuSlices before, GpuSlices after, GpuSlices limit) {
        return MeterView.upTo(limit.units())
                .part("used", before.units())
                .part("added", after.minus(before).units())
                .build(
                        "Quota of " + model,
                        before.toString(),
                        after.toString(),
                        "of %s slices".formatted(limit),
                        "%s of %s slices of %s held now, %s afterwards.".formatted(before, limit, model, after));
    }

    private MeterView money(Money before, Money after, Money limit) {
        return MeterView.upTo(positive(limit.amount()))
                .part("used", positive(before.amount()))
                .part("added", positive(after.minus(before).amount()))
                .build(
                        "Money a month",
                        ui.euros(before),
                        ui.euros(after),
                        "of " + ui.euros(limit),
                        "%s a month now, %s afterwards, of at most %s."
                                .formatted(ui.euros(before), ui.euros(after), ui.euros(limit)));
    }

    private static BigDecimal positive(BigDecimal amount) {
        return amount.max(BigDecimal.ZERO);
    }

    private static GpuSlices of(Holding holding, String model) {
        return holding.amounts().gpu().getOrDefault(model, GpuSlices.NONE);
    }

    /**
     * @param why the reasons for asking that hold now; as they were once it is decided
     * @param grant what a grant adds, or has added
     */
    record Effect(List<MeterView> meters, List<String> why, Holding grant) {

        private static final int SHORT = 2;

        public List<String> missing() {
            return HoldingWords.parts(grant);
        }

        /** Whether nothing is missing any more. */
        public boolean fits() {
            return grant.isNone();
        }

        /** As short as a button has to be: {@code 9 slices of H100, €4,555 a month}. */
        public String brief() {
            var parts = missing();
            return parts.size() <= SHORT
                    ? String.join(", ", parts)
                    : "%s, %s and more".formatted(parts.getFirst(), parts.getLast());
        }
    }
}
