package dev.slipway.provisioning.web;

import dev.slipway.access.PersonView;
import dev.slipway.cost.PriceRange;
import dev.slipway.gpu.ShareOption;
import dev.slipway.kernel.Money;
import dev.slipway.provisioning.Plan;
import dev.slipway.provisioning.PlanShare;
import dev.slipway.provisioning.PlannedObject.Action;
import dev.slipway.provisioning.Verdict;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.GpuStripView;
import dev.slipway.shell.ui.MeterView;
import dev.slipway.shell.ui.PlannedObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one will get, beside the form.
 *
 * @param created how many objects it would create
 */
record Rail(
        List<Share> shares,
        Optional<Prices> prices,
        List<MeterView> meters,
        Outcome outcome,
        Optional<Ready> ready,
        List<PlannedObject> objects,
        long created,
        long changed,
        long deleted,
        boolean restarts) {

    /**
     * A share with the line above and below its strips.
     *
     * @param strips one for each that is taken, but no more than can be taken in
     */
    record Share(
            String title,
            String model,
            String place,
            long count,
            String memory,
            String wall,
            List<GpuStripView> strips) {

        public long more() {
            return count - strips.size();
        }
    }

    /**
     * @param least by the hour, where it comes and goes with the load
     * @param total until the expiry, where there is one
     * @param parts what the hourly price is made of, in one line
     */
    record Prices(String hourly, String monthly, Optional<String> least, Optional<String> total, String parts) {}

    record Ready(String time, boolean measured, String reason) {}

    /**
     * A field that has to be filled in and where nothing stands yet.
     *
     * @param title empty for the name of the instance, which is no parameter
     * @param message what is said once somebody submits the form like that
     */
    record Open(String target, String title, String message) {}

    /**
     * The verdict as the page says it.
     *
     * @param kind {@code automatic}, {@code approval} or {@code impossible}; {@code open} while nothing is wrong and
     *     something is still to be filled in
     * @param approvers in words, for {@code approval}
     * @param open what is still to be filled in, as long as nobody is told that it is wrong
     */
    record Outcome(String kind, String approvers, List<String> reasons, List<String> fixes, List<Open> open) {

        static Outcome of(Verdict verdict, List<Open> open) {
            return switch (verdict) {
                case Verdict.Automatic automatic ->
                    new Outcome("automatic", "", List.of(automatic.reason()), List.of(), List.of());
                case Verdict.NeedsApproval needs ->
                    new Outcome("approval", names(needs.approvers()), List.of(needs.reason()), List.of(), List.of());
                case Verdict.NotPossible not -> notPossible(not, open);
            };
        }

        private static Outcome notPossible(Verdict.NotPossible not, List<Open> open) {
            var wrong = new ArrayList<>(not.reasons());
            open.forEach(field -> wrong.remove(field.message()));
            return new Outcome(wrong.isEmpty() ? "open" : "impossible", "", wrong, not.fixes(), open);
        }

        public String tone() {
            return switch (kind) {
                case "automatic" -> "ok";
                case "approval" -> "wait";
                case "open" -> "idle";
                default -> "bad";
            };
        }

        public String icon() {
            return switch (kind) {
                case "automatic" -> "circle-check";
                case "approval" -> "hourglass";
                case "open" -> "circle-dashed";
                default -> "octagon-x";
            };
        }

        private static String names(List<PersonView> people) {
            return switch (people.size()) {
                case 0 -> "an approver";
                case 1 -> people.getFirst().name();
                case 2 -> people.getFirst().name() + " or " + people.getLast().name();
                default -> "%s or %d others".formatted(people.getFirst().name(), people.size() - 1);
            };
        }
    }

    /** @param open what is empty and not to be called wrong yet */
    static Rail of(Plan plan, List<Open> open, Optional<Instant> expires, Instant now, Ui ui) {
        return new Rail(
                plan.shares().stream()
                        .flatMap(share -> share(plan, share, ui).stream())
                        .toList(),
                plan.price().filter(price -> plan.hasFigures()).map(price -> prices(price, expires, now, ui)),
                QuotaMeters.of(plan, ui),
                Outcome.of(plan.verdict(), open),
                plan.ready().map(ready -> new Ready(ui.duration(ready.time()), ready.measured(), ready.reason())),
                kinds(plan),
                count(plan, Action.CREATE),
                count(plan, Action.CHANGE),
                count(plan, Action.DELETE),
                plan.restarts());
    }

    private static Optional<Share> share(Plan plan, PlanShare share, Ui ui) {
        return share.chosen().map(option -> share(plan, share, option, ui));
    }

    private static Share share(Plan plan, PlanShare share, ShareOption option, Ui ui) {
        return new Share(
                ShareWords.title(option),
                option.model().title(),
                option.cluster() + " / " + option.pool(),
                share.count(),
                ui.gib(option.usableBytes()),
                option.sharing().word(),
                Strips.yours(
                        option,
                        share.count(),
                        plan.team().colour(),
                        plan.environment().kind().word()));
    }

    private static Prices prices(PriceRange range, Optional<Instant> expires, Instant now, Ui ui) {
        var price = range.most();
        return new Prices(
                ui.money(price.hourly()),
                ui.euros(price.monthly()),
                range.isOpen() ? Optional.of(ui.money(range.leastHourly())) : Optional.empty(),
                expires.map(end -> ui.euros(until(price.hourly(), Duration.between(now, end)))),
                price.parts().stream()
                        .map(part -> part.label() + "\u00a0" + ui.money(part.hourly()))
                        .collect(Collectors.joining(" · ")));
    }

    private static Money until(Money hourly, Duration time) {
        var hours = BigDecimal.valueOf(time.toMinutes()).divide(BigDecimal.valueOf(60), MathContext.DECIMAL64);
        return hourly.times(hours);
    }

    /** What is done to how many objects of each kind, in the order of the plan. */
    private static List<PlannedObject> kinds(Plan plan) {
        return plan.objects().stream()
                .collect(Collectors.groupingBy(
                        object -> Map.entry(object.action(), object.kind()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> kind(group.getKey().getKey(), group.getKey().getValue(), group.getValue()))
                .toList();
    }

    private static PlannedObject kind(
            Action action, String kind, List<dev.slipway.provisioning.PlannedObject> objects) {
        return new PlannedObject(
                action.name().toLowerCase(Locale.ROOT),
                objects.size() == 1 ? kind : "%s ×%d".formatted(kind, objects.size()),
                objects.getFirst().name(),
                List.of());
    }

    private static long count(Plan plan, Action action) {
        return plan.objects().stream()
                .filter(object -> object.action() == action)
                .count();
    }
}
