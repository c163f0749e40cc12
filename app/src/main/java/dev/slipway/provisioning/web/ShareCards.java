package dev.slipway.provisioning.web;

import dev.slipway.gpu.ShareOption;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.Plan;
import dev.slipway.provisioning.PlanShare;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.ChoiceCard;
import dev.slipway.shell.ui.MeterView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shares to choose from for one declared share: those of the cluster that the plan goes to.
 *
 * @param value of the card that is chosen
 * @param memory what the memory of the chosen share is used for
 */
record ShareCards(
        String name,
        long count,
        long memoryBytes,
        Optional<String> error,
        List<ChoiceCard> cards,
        String value,
        Optional<MeterView> memory) {

    static List<ShareCards> of(Plan plan, Ui ui) {
        return plan.shares().stream().map(share -> of(plan, share, ui)).toList();
    }

    public String control() {
        return "shares." + name;
    }

    public String id() {
        return "share-" + name;
    }

    private static ShareCards of(Plan plan, PlanShare share, Ui ui) {
        var options = onCluster(share.options(), plan.placement().cluster());
        return new ShareCards(
                share.name(),
                share.count(),
                share.memoryBytes(),
                plan.error("shares." + share.name()),
                options.stream().map(option -> card(option, ui)).toList(),
                share.chosen().map(ShareCards::value).orElse(""),
                ShareMemory.of(plan, share, ui));
    }

    private static List<ShareOption> onCluster(List<ShareOption> options, Optional<ClusterId> cluster) {
        return options.stream()
                .filter(option -> cluster.map(option.cluster()::equals).orElse(true))
                .sorted(Comparator.comparing(ShareOption::hourly).thenComparingLong(ShareOption::usableBytes))
                .toList();
    }

    private static ChoiceCard card(ShareOption option, Ui ui) {
        return new ChoiceCard(
                value(option),
                ShareWords.title(option),
                option.reason(),
                ui.perHour(option.hourly()),
                !option.fits(),
                option.recommended() ? "Recommended" : null,
                Strips.choice(option));
    }

    /** The recommended share sends nothing, so that it goes on being the recommended one when the form changes. */
    private static String value(ShareOption option) {
        return option.recommended() ? "" : option.key();
    }
}
