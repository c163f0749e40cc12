package dev.slipway.provisioning.web;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.provisioning.Plan;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.MeterView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The team's quota before and after a plan: GPU and money always, the rest where it is not enough. While a parameter is
 * wrong nobody knows what comes after, so only what is held now is told.
 */
final class QuotaMeters {

    private final Plan plan;
    private final Ui ui;

    private QuotaMeters(Plan plan, Ui ui) {
        this.plan = plan;
        this.ui = ui;
    }

    static List<MeterView> of(Plan plan, Ui ui) {
        return new QuotaMeters(plan, ui).meters();
    }

    private List<MeterView> meters() {
        var meters = new ArrayList<MeterView>();
        var models = new TreeSet<>(plan.holds().amounts().gpu().keySet());
        models.addAll(plan.replaces().amounts().gpu().keySet());
        models.forEach(model -> meters.add(gpu(model)));
        var missing = plan.missing().amounts();
        addIf(
                missing.cpuMillis() > 0,
                meters,
                "CPU",
                Amounts::cpuMillis,
                cores -> ShareWords.cores(cores) + "\u00a0vCPU");
        addIf(missing.memoryBytes() > 0, meters, "Memory", Amounts::memoryBytes, ui::gib);
        addIf(missing.storageBytes() > 0, meters, "Storage", Amounts::storageBytes, ui::gib);
        addIf(missing.pods() > 0, meters, "Pods", Amounts::pods, String::valueOf);
        meters.add(money());
        return List.copyOf(meters);
    }

    private MeterView gpu(String model) {
        return number(
                "%s quota, %s".formatted(model, plan.team().title()),
                amounts -> amounts.gpu(model).units(),
                units -> new GpuSlices(units).toString(),
                " slices");
    }

    private void addIf(
            boolean wanted,
            List<MeterView> meters,
            String what,
            ToLongFunction<Amounts> amount,
            Function<Long, String> text) {
        if (wanted) {
            meters.add(number("%s, %s".formatted(what, plan.team().title()), amount, text, ""));
        }
    }

    private MeterView number(String label, ToLongFunction<Amounts> amount, Function<Long, String> text, String unit) {
        var before = amount.applyAsLong(plan.quota().reserved().amounts());
        var after = plan.hasFigures() ? amount.applyAsLong(plan.reservedAfter().amounts()) : before;
        var limit = amount.applyAsLong(plan.quota().limit().amounts());
        return meter(
                label,
                new Text(plan.hasFigures() ? text.apply(before) : null, text.apply(after), text.apply(limit) + unit),
                BigDecimal.valueOf(before),
                BigDecimal.valueOf(after),
                BigDecimal.valueOf(limit));
    }

    private MeterView money() {
        var before = plan.quota().reserved().monthly();
        var after = plan.hasFigures() ? plan.reservedAfter().monthly() : before;
        var limit = plan.quota().limit().monthly();
        return meter(
                "Money a month, " + plan.team().title(),
                new Text(plan.hasFigures() ? ui.euros(before) : null, ui.euros(after), ui.euros(limit)),
                before.amount(),
                after.amount(),
                limit.amount());
    }

    /** @param before none while it is not known what comes after */
    private record Text(@Nullable String before, String after, String limit) {

        String sentence(String label) {
            return before == null
                    ? "%s: %s now, of %s".formatted(label, after, limit)
                    : "%s: %s now, %s afterwards, of %s".formatted(label, before, after, limit);
        }
    }

    private static MeterView meter(String label, Text text, BigDecimal before, BigDecimal after, BigDecimal limit) {
        return MeterView.upTo(limit)
                .part("used", before.min(after))
                .part("added", after.subtract(before).max(BigDecimal.ZERO))
                .build(label, text.before(), text.after(), "of " + text.limit(), text.sentence(label));
    }
}
