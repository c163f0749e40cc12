package dev.slipway.provisioning.plan;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Output;
import dev.slipway.catalog.Catalog;
import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.Clusters.ClusterView;
import dev.slipway.gpu.GpuShares;
import dev.slipway.gpu.NodePool;
import dev.slipway.kernel.ClusterId;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.provisioning.guard.GuardNames;
import dev.slipway.provisioning.guard.RegistryPeers;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.reconcile.Look;
import dev.slipway.provisioning.settings.ProvisioningSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what a blueprint's expressions may know. */
@Component
class FactsReader {

    private final Models models;
    private final GpuShares gpu;
    private final InstanceStore instances;
    private final RevisionStore revisions;
    private final Catalog catalog;
    private final ProvisioningSettings settings;

    FactsReader(
            Models models,
            GpuShares gpu,
            InstanceStore instances,
            RevisionStore revisions,
            Catalog catalog,
            ProvisioningSettings settings) {
        this.models = models;
        this.gpu = gpu;
        this.instances = instances;
        this.revisions = revisions;
        this.catalog = catalog;
        this.settings = settings;
    }

    Facts facts(Ask ask, ClusterView cluster, Capabilities capabilities) {
        var facts = new Facts(
                metadata(ask),
                new Facts.Team(ask.team().id().value(), ask.team().title()),
                new Facts.Environment(
                        ask.environment().id().name(), ask.environment().kind()),
                new Facts.User(ask.caller().person().value()),
                cluster(cluster, capabilities),
                models.certified().stream().collect(Collectors.toMap(ModelView::name, ModelView::facts)));
        return usesInstances(ask.blueprint()) ? facts.withInstances(others(ask, cluster.id())) : facts;
    }

    /** The name rather than an id, so that a preview and what is submitted are the same to the letter. */
    private static Facts.Metadata metadata(Ask ask) {
        var labels = new TreeMap<>(GuardNames.labels(ask.environment().id()));
        labels.put(Look.LABEL, ask.name());
        return new Facts.Metadata(ask.name(), ask.environment().namespace(), labels);
    }

    private Facts.Cluster cluster(ClusterView cluster, Capabilities capabilities) {
        return new Facts.Cluster(
                cluster.id().value(),
                cluster.region(),
                capabilities.apis(),
                features(cluster.id()),
                registry(),
                cluster.encryptedStorageClass(capabilities));
    }

    /** Where the models lie, as pods of a blueprint that push or pull reach it. */
    private Facts.Registry registry() {
        var address = models.certified().stream()
                .map(model -> model.reference().substring(0, model.reference().indexOf('/')))
                .findFirst()
                .orElse(Facts.Registry.NONE.address());
        return new Facts.Registry(address, RegistryPeers.of(settings.registry()));
    }

    Set<String> features(ClusterId cluster) {
        var features = new TreeSet<String>();
        for (NodePool pool : gpu.pools(cluster)) {
            features.add("gpu");
            switch (pool.sharing()) {
                case MIG -> features.add("mig");
                case TIME_SLICED -> features.add("time-slicing");
                case WHOLE -> {}
            }
        }
        return features;
    }

    private static boolean usesInstances(Blueprint blueprint) {
        return blueprint.form().fields().stream().anyMatch(field -> "instances".equals(field.source()));
    }

    private Map<String, Facts.Instance> others(Ask ask, ClusterId cluster) {
        var others = new HashMap<String, Facts.Instance>();
        for (var instance : instances.living(cluster, ask.environment().namespace())) {
            if (instance.state().isLive() && !instance.origin().name().equals(ask.name())) {
                others.put(instance.origin().name(), instance(instance));
            }
        }
        return others;
    }

    private Facts.Instance instance(Instance instance) {
        var outputs = new HashMap<String, Object>();
        var secrets = new HashMap<String, Facts.SecretKey>();
        for (var output : declared(instance)) {
            if (output.secret() != null) {
                secrets.put(output.name(), output.secret());
            } else if (output.value() != null) {
                outputs.put(output.name(), output.value());
            }
        }
        return new Facts.Instance(instance.origin().name(), instance.origin().blueprint(), outputs, secrets);
    }

    private java.util.List<Output> declared(Instance instance) {
        var revision = revisions.get(instance.id(), instance.revision());
        var blueprint = catalog.version(instance.origin().blueprint(), revision.blueprintVersion())
                .blueprint();
        try {
            return blueprint.outputs(revision.parameters(), revision.facts());
        } catch (EvaluationException unclear) {
            return java.util.List.of();
        }
    }
}
