package dev.slipway.provisioning.web;

import dev.slipway.kernel.InvalidException;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When a new instance is to delete itself, as periods from now. */
final class Expiry {

    private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30);

    private Expiry() {}

    static List<Choice> choices(Instant now, Ui ui) {
        return Stream.concat(
                        Stream.of(Choice.of("", "Never")),
                        DAYS.stream().map(days -> choice(Duration.ofDays(days), now, ui)))
                .toList();
    }

    /** @throws InvalidException unless it is one of the choices */
    static Duration of(String chosen) {
        return DAYS.stream()
                .map(Duration::ofDays)
                .filter(period -> period.toString().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new InvalidException(
                        "expiry-unknown", "An instance ends after 1, 3, 7, 14 or 30 days, or never.", "expires"));
    }

    private static Choice choice(Duration period, Instant now, Ui ui) {
        var days = period.toDays() == 1 ? "1\u00a0day" : period.toDays() + "\u00a0days";
        return Choice.of(period.toString(), "%s, in %s".formatted(ui.date(now.plus(period)), days));
    }
}
