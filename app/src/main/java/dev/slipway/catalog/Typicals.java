package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Preset;
import dev.slipway.gpu.ShareOption;
import dev.slipway.kernel.Money;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tries each version's presets out and remembers what came of it for a minute, since prices and clusters change. */
@Component
class Typicals {

    private final Previews previews;
    private final ForAMinute<Typical> remembered;

    Typicals(Previews previews, InstantSource clock) {
        this.previews = previews;
        this.remembered = new ForAMinute<>(clock);
    }

    Typical of(BlueprintVersion version) {
        return remembered.of(version, () -> tried(version.blueprint()));
    }

    private Typical tried(Blueprint blueprint) {
        var names = blueprint.presets().stream().map(Preset::name).toList();
        var tries = (names.isEmpty() ? List.of("") : names)
                .stream().map(name -> previews.of(blueprint, name, Map.of())).toList();
        var share = tries.stream()
                .filter(preview -> !preview.shares().isEmpty())
                .findFirst()
                .flatMap(preview -> preview.shares().values().stream()
                        .max(Comparator.comparing(ShareOption::hourly).thenComparing(ShareOption::key)));
        var from = tries.stream()
                .flatMap(preview -> preview.price().stream())
                .map(price -> price.most().hourly())
                .min(Comparator.<Money>naturalOrder());
        return new Typical(share, from);
    }
}
