package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.catalog.InstancesOfBlueprint.Running;
import dev.slipway.catalog.PresetOffer;
import dev.slipway.catalog.PresetOffer.OnCluster;
import dev.slipway.catalog.Retirement;
import dev.slipway.catalog.TrackRecord;
import dev.slipway.catalog.WaysToProduction;
import dev.slipway.cost.PriceRange;
import dev.slipway.gpu.ShareOption;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.GpuStripView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts on a blueprint's page what there is to know before it is launched. */
@Component
class BlueprintPage {

    private static final int MOST_NAMED = 8;

    private final Catalog catalog;
    private final CatalogCards cards;
    private final ObjectProvider<InstancesOfBlueprint> instances;
    private final People people;
    private final Ui ui;

    BlueprintPage(
            Catalog catalog, CatalogCards cards, ObjectProvider<InstancesOfBlueprint> instances, People people, Ui ui) {
        this.catalog = catalog;
        this.cards = cards;
        this.instances = instances;
        this.people = people;
        this.ui = ui;
    }

    void fill(Caller caller, BlueprintVersion version, Model model) {
        var known = Optional.ofNullable(instances.getIfAvailable());
        var blueprint = version.blueprint();
        var versions = catalog.versions(version.name());
        model.addAttribute("card", cards.card(version));
        model.addAttribute("version", version);
        model.addAttribute("readme", Readme.html(blueprint.readme()));
        model.addAttribute("parameters", ParameterTable.of(blueprint));
        model.addAttribute("outputs", blueprint.outputs());
        model.addAttribute(
                "prices", catalog.offers(version).stream().map(this::price).toList());
        model.addAttribute(
                "running",
                known.map(those -> those.running(caller, version.name(), MOST_NAMED))
                        .orElse(Running.NONE));
        record(known.map(those -> those.record(version.name())).orElse(TrackRecord.NONE), model);
        model.addAttribute("ways", ways(caller, known, version, versions));
        model.addAttribute("versions", versions.stream().map(this::line).toList());
    }

    private void record(TrackRecord record, Model model) {
        model.addAttribute("record", record);
        model.addAttribute("readyTimes", ReadyTimes.of(record, ui::duration).orElse(null));
    }

    /** The team that owns the blueprint began when it drafted it, where that was before its first launch. */
    private static WaysToProduction ways(
            Caller caller,
            Optional<InstancesOfBlueprint> known,
            BlueprintVersion version,
            List<BlueprintVersion> versions) {
        var ways = known.map(those -> those.waysToProduction(caller, version.name()))
                .orElse(WaysToProduction.NONE);
        var owner = version.blueprint().descriptor().owner();
        var draft =
                versions.stream().flatMap(each -> each.draftedAt().stream()).min(Comparator.<Instant>naturalOrder());
        return new WaysToProduction(
                ways.teams().stream()
                        .map(way -> draft.filter(at -> way.team().value().equals(owner))
                                .map(way::since)
                                .orElse(way))
                        .toList(),
                ways.typical(),
                ways.arrived());
    }

    private PriceLine price(PresetOffer offer) {
        var cheapest = offer.cheapest();
        return new PriceLine(
                offer.preset().title(),
                offer.preset().description(),
                cheapest.flatMap(OnCluster::price).orElse(null),
                cheapest.flatMap(BlueprintPage::largest)
                        .map(CatalogCards::strip)
                        .orElse(null),
                offer.clusters().stream().map(BlueprintPage::place).toList());
    }

    private static Optional<ShareOption> largest(OnCluster cluster) {
        return cluster.shares().values().stream()
                .max(Comparator.comparing(ShareOption::hourly).thenComparing(ShareOption::key));
    }

    private static Place place(OnCluster cluster) {
        var shares = cluster.shares().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(share -> "%s: %s".formatted(share.getKey(), CatalogCards.caption(share.getValue())))
                .collect(Collectors.joining(", "));
        return new Place(cluster.cluster(), shares, cluster.price().orElse(null), cluster.why());
    }

    private VersionLine line(BlueprintVersion version) {
        return new VersionLine(
                version,
                people.nameOf(version.publishedBy()),
                version.signedBy().map(people::nameOf).orElse(null),
                version.retirement().map(Retirement::at).orElse(null));
    }

    /**
     * A preset with its price.
     *
     * @param lowest where it costs least; null where it fits nowhere
     * @param strip the largest share that it takes there
     */
    record PriceLine(
            String title,
            String description,
            @Nullable PriceRange lowest,
            @Nullable GpuStripView strip,
            List<Place> places) {}

    /**
     * @param shares in words; empty without any
     * @param price null where it does not fit
     */
    record Place(String cluster, String shares, @Nullable PriceRange price, String why) {}

    /** @param signedBy null for what was imported */
    record VersionLine(
            BlueprintVersion version,
            String publishedBy,
            @Nullable String signedBy,
            @Nullable Instant retiredAt) {}
}
