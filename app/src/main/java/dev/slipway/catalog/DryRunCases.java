package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Preset;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters.ClusterView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every test and preset of a blueprint, rendered for a cluster. Asks the cluster for what it knows, and writes nothing. */
@Component
class DryRunCases {

    private final Previews previews;

    DryRunCases(Previews previews) {
        this.previews = previews;
    }

    /**
     * What the blueprint asks of a cluster and this one does not offer.
     *
     * @throws ClusterException.Transient when it does not answer
     */
    List<String> lacking(Blueprint blueprint, ClusterView cluster) {
        return previews.target(cluster)
                .orElseThrow(() -> new ClusterException.Transient("It does not answer."))
                .lacks(blueprint.descriptor().requires());
    }

    List<DryRunCase> of(Blueprint blueprint, ClusterView cluster, Capabilities capabilities) {
        var cases = new ArrayList<DryRunCase>();
        var presets = blueprint.presets().stream().map(Preset::name).toList();
        if (presets.isEmpty()) {
            cases.add(preset(blueprint, "", "defaults", cluster));
        }
        presets.forEach(name -> cases.add(preset(blueprint, name, "preset " + name, cluster)));
        blueprint
                .renderTests(inNamespace(SampleFacts.facts()))
                .forEach(test -> cases.add(new DryRunCase(
                        "test " + test.name(), "", test.rendering().resources())));
        return cases.stream().map(one -> served(one, capabilities)).toList();
    }

    private DryRunCase preset(Blueprint blueprint, String preset, String name, ClusterView cluster) {
        var preview = previews.on(blueprint, preset, cluster, DryRunNamespace.NAME);
        return preview.rendering()
                .map(rendering -> new DryRunCase(name, "", rendering.resources()))
                .orElseGet(() -> DryRunCase.skipped(name, why(preview)));
    }

    private static String why(Preview preview) {
        return preview.problem()
                .orElseGet(() -> String.join(
                        " ",
                        preview.errors().stream()
                                .map(error -> "%s: %s".formatted(error.path(), error.message()))
                                .toList()));
    }

    private static Facts inNamespace(Facts facts) {
        return new Facts(
                new Facts.Metadata(
                        facts.metadata().name(),
                        DryRunNamespace.NAME,
                        facts.metadata().labels()),
                facts.team(),
                facts.environment(),
                facts.user(),
                facts.cluster(),
                facts.models());
    }

    /** A test may make up a cluster that serves more than this one does. */
    private static DryRunCase served(DryRunCase one, Capabilities capabilities) {
        Optional<String> missing = one.resources().stream()
                .map(resource -> resource.apiVersion() + "/" + resource.kind())
                .filter(kind -> !capabilities.serves(kind))
                .findFirst();
        return missing.map(kind ->
                        DryRunCase.skipped(one.name(), "It needs %s, which is not served here.".formatted(kind)))
                .orElse(one);
    }
}
