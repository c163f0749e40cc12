package dev.slipway.catalog.web;

import dev.slipway.blueprint.Descriptor;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.catalog.Typical;
import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.Sharing;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** All blueprints that are offered. */
    List<Card> all() {
        return catalog.latest().stream().map(this::card).toList();
    }

    Card card(BlueprintVersion version) {
        var typical = catalog.typical(version);
        var figures = Optional.ofNullable(instances.getIfAvailable())
                .flatMap(known -> Optional.ofNullable(known.figures().get(version.name())));
        return new Card(
                version.name(),
                version.version(),
                version.blueprint().descriptor(),
                version.status() == BlueprintVersion.Status.CERTIFIED,
                icon(version.blueprint().descriptor().category()),
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
        var label = "One GPU, of which the share takes " + caption(option);
        return switch (option.sharing()) {
            case WHOLE -> GpuStripView.whole(label, GpuSliceView.share(0, 1));
            case MIG ->
                GpuStripView.with(
                        label,
                        "mig",
                        option.model().memorySlices(),
                        GpuSliceView.share(0, option.memorySlices()).computing(option.computeSlices()));
            case TIME_SLICED -> timeSliced(label, sharers(option));
        };
    }

    private static GpuStripView timeSliced(String label, int sharers) {
        return new GpuStripView(
                label,
                "timesliced",
                sharers,
                IntStream.range(0, sharers)
                        .mapToObj(at -> at == 0 ? GpuSliceView.share(0, 1) : GpuSliceView.free(at))
                        .toList());
    }

    private static int sharers(ShareOption option) {
        return Math.clamp(Integer.parseInt(option.profile().substring(2)), 1, 8);
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
     * @param stripCaption what the typical share is, in words
     * @param ready typical time to ready, as it is written
     * @param from lowest price by the hour, as it is written
     */
    record Card(
            String name,
            String version,
            Descriptor descriptor,
            boolean certified,
            String icon,
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
