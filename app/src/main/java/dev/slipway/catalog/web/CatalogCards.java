package dev.slipway.catalog.web;

import dev.slipway.blueprint.Descriptor;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.catalog.Typical;
import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.ShareStrip;
import dev.slipway.gpu.Sharing;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.GpuStripView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a card of the catalog shows. */
@Component
class CatalogCards {

    private final Catalog catalog;
    private final ObjectProvider<InstancesOfBlueprint> instances;
    private final Ui ui;

    CatalogCards(Catalog catalog, ObjectProvider<InstancesOfBlueprint> instances, Ui ui) {
        this.catalog = catalog;
        this.instances = instances;
        this.ui = ui;
    }

    /** All blueprints that are offered, those with most instances first. */
    List<Card> all() {
        var figures = figures();
        return catalog.latest().stream()
                .map(version -> card(version, figures))
                .sorted(Comparator.comparingLong(Card::instances)
                        .reversed()
                        .thenComparing(card -> card.descriptor().title()))
                .toList();
    }

    Card card(BlueprintVersion version) {
        return card(version, figures());
    }

    private Map<String, InstancesOfBlueprint.Figures> figures() {
        return instances.stream().findFirst().map(InstancesOfBlueprint::figures).orElse(Map.of());
    }

    private Card card(BlueprintVersion version, Map<String, InstancesOfBlueprint.Figures> all) {
        var typical = catalog.typical(version);
        var figures = Optional.ofNullable(all.get(version.name()));
        return new Card(
                version.name(),
                version.version(),
                version.blueprint().descriptor(),
                version.status() == BlueprintVersion.Status.CERTIFIED,
                version.deprecation()
                        .map(deprecation -> ui.date(deprecation.until()))
                        .orElse(null),
                icon(version.blueprint().descriptor().category()),
                version.files()
                        .icon()
                        .map(icon -> IconController.address(version))
                        .orElse(null),
                typical.share().map(CatalogCards::strip).orElse(null),
                typical.share().map(CatalogCards::caption).orElse(null),
                figures.flatMap(InstancesOfBlueprint.Figures::typicalReady)
                        .map(this::duration)
                        .orElse(null),
                from(typical),
                figures.map(InstancesOfBlueprint.Figures::instances).orElse(0L));
    }

    private String duration(Duration duration) {
        return ui.duration(duration);
    }

    private @Nullable String from(Typical typical) {
        return typical.from().map(ui::perHour).orElse(null);
    }

    static GpuStripView strip(ShareOption option) {
        return ShareStrip.of(option).draw(share -> share, "One GPU, of which the share takes " + caption(option));
    }

    static String caption(ShareOption option) {
        if (option.sharing() == Sharing.WHOLE) {
            return "a whole " + option.model().name();
        }
        return option.profile() + " of an " + option.model().name();
    }

    private static String icon(String category) {
        return switch (category) {
            case "inference" -> "zap";
            case "rag" -> "library";
            case "finetune" -> "sliders-horizontal";
            case "assistant" -> "shield-check";
            case "ci" -> "flask-conical";
            case "notebook" -> "notebook-pen";
            case "batch" -> "layers";
            default -> "box";
        };
    }

    /**
     * @param until when it may be retired, where it is deprecated
     * @param icon of its category
     * @param picture address of the author's own; null without one
     * @param stripCaption what the typical share is, in words
     * @param ready typical time to ready, as it is written
     * @param from lowest price by the hour, as it is written
     */
    record Card(
            String name,
            String version,
            Descriptor descriptor,
            boolean certified,
            @Nullable String until,
            String icon,
            @Nullable String picture,
            @Nullable GpuStripView strip,
            @Nullable String stripCaption,
            @Nullable String ready,
            @Nullable String from,
            long instances) {

        boolean matches(String query) {
            var words = query.toLowerCase(Locale.ROOT).strip();
            var text = String.join(
                            " ",
                            name,
                            descriptor.title(),
                            descriptor.summary(),
                            String.join(" ", descriptor.tags()),
                            descriptor.category())
                    .toLowerCase(Locale.ROOT);
            return words.isEmpty()
                    || java.util.Arrays.stream(words.split("\\s+")).allMatch(text::contains);
        }
    }
}
