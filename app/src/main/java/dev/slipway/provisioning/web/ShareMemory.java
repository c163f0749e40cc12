package dev.slipway.provisioning.web;

import dev.slipway.gpu.ShareOption;
import dev.slipway.provisioning.Plan;
import dev.slipway.provisioning.PlanShare;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.MeterView;
import java.math.BigDecimal;
import java.util.Optional;

/** What the memory of a share is used for, as far as the plan tells. */
final class ShareMemory {

    private ShareMemory() {}

    static Optional<MeterView> of(Plan plan, PlanShare share, Ui ui) {
        return share.chosen().map(option -> bar(weights(plan, share), share.memoryBytes(), option, ui));
    }

    private static MeterView bar(long weights, long needed, ShareOption option, Ui ui) {
        var free = Math.max(0, option.usableBytes() - needed);
        var reserved = Math.max(0, option.memoryBytes() - Math.max(option.usableBytes(), needed));
        var bar = MeterView.upTo(Math.max(option.memoryBytes(), needed));
        part(bar, "used", weights, "Weights", ui);
        part(bar, "cache", needed - weights, weights > 0 ? "KV cache and runtime" : "Needed", ui);
        part(bar, "free", free, "Free", ui);
        part(bar, "reserved", reserved, "Reserved", ui);
        var limit = "of %s usable, %s in all".formatted(ui.gib(option.usableBytes()), ui.gib(option.memoryBytes()));
        return bar.build("Memory of the share", null, ui.gib(needed), limit, "%s %s".formatted(ui.gib(needed), limit));
    }

    private static void part(MeterView.Builder bar, String kind, long bytes, String label, Ui ui) {
        bar.part(kind, BigDecimal.valueOf(bytes), label, ui.gib(bytes));
    }

    /** With one share and one model it is clear whose weights lie in it; otherwise it is not told. */
    private static long weights(Plan plan, PlanShare share) {
        if (plan.shares().size() != 1 || plan.weights().size() != 1) {
            return 0;
        }
        return Math.min(share.memoryBytes(), plan.weights().getFirst().model().weightsBytes());
    }
}
