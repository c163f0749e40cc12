package dev.slipway.team.web;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.MeterView;
import dev.slipway.team.GrantView;
import dev.slipway.team.HoldingWords;
import dev.slipway.team.QuotaView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** A quota as bars, and holdings as words. */
@Component
class QuotaMeters {

    private final Ui ui;

    QuotaMeters(Ui ui) {
        this.ui = ui;
    }

    List<MeterView> of(QuotaView quota) {
        var meters = new ArrayList<>(gpu(quota));
        var limit = quota.limit().amounts();
        var held = quota.reserved().amounts();
        meters.add(bar("Cores", decimal(held.cpuMillis()), decimal(limit.cpuMillis()), cores(held), cores(limit)));
        meters.add(bar(
                "Memory",
                decimal(held.memoryBytes()),
                decimal(limit.memoryBytes()),
                ui.gib(held.memoryBytes()),
                ui.gib(limit.memoryBytes())));
        meters.add(bar(
                "Volumes",
                decimal(held.storageBytes()),
                decimal(limit.storageBytes()),
                ui.gib(held.storageBytes()),
                ui.gib(limit.storageBytes())));
        meters.add(money(quota));
        return meters;
    }

    List<MeterView> gpu(QuotaView quota) {
        var limit = quota.limit().amounts();
        var held = quota.reserved().amounts();
        var models = new TreeSet<>(limit.gpu().keySet());
        models.addAll(held.gpu().keySet());
        return models.stream()
                .map(model -> bar(
                        model,
                        decimal(held.gpu(model).units()),
                        decimal(limit.gpu(model).units()),
                        held.gpu(model).toString(),
                        slices(limit.gpu(model))))
                .toList();
    }

    MeterView money(QuotaView quota) {
        return bar(
                "Money a month",
                quota.reserved().monthly().amount(),
                quota.limit().monthly().amount(),
                ui.euros(quota.reserved().monthly()),
                ui.euros(quota.limit().monthly()));
    }

    List<GrantRow> grants(QuotaView quota) {
        return quota.grants().stream()
                .map(grant -> new GrantRow(grant, HoldingWords.of(grant.adds())))
                .toList();
    }

    private static MeterView bar(String label, BigDecimal held, BigDecimal limit, String value, String most) {
        return MeterView.upTo(limit)
                .part("used", held)
                .build(label, null, value, "of " + most, "%s: %s of %s held".formatted(label, value, most));
    }

    private String cores(Amounts amounts) {
        return ui.number(BigDecimal.valueOf(amounts.cpuMillis(), 3));
    }

    private static String slices(GpuSlices slices) {
        return slices.equals(GpuSlices.of(1)) ? "1 slice" : slices + " slices";
    }

    private static BigDecimal decimal(long amount) {
        return BigDecimal.valueOf(amount);
    }

    record GrantRow(GrantView grant, String adds) {}
}
