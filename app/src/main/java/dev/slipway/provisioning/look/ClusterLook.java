package dev.slipway.provisioning.look;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.UnavailableException;
import dev.slipway.provisioning.PodView;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.Inventory;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.plan.Yaml;
import dev.slipway.provisioning.reconcile.Look;
import dev.slipway.provisioning.state.Fields;
import dev.slipway.provisioning.state.PodFacts;
import dev.slipway.provisioning.state.PodFacts.ContainerFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the cluster says of an instance at this moment. */
@Component
public class ClusterLook {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_LINES = 2_000;

    private final Clusters clusters;
    private final Inventory inventory;

    ClusterLook(Clusters clusters, Inventory inventory) {
        this.clusters = clusters;
        this.inventory = inventory;
    }

    /** Whatever goes wrong is told as the cluster being away, which is what it comes to for the reader. */
    private <T> T ask(Instance instance, Function<Cluster, T> question) {
        try {
            return question.apply(clusters.connect(instance.origin().cluster()));
        } catch (ClusterException away) {
            throw new UnavailableException(
                    "cluster-away",
                    "Cluster %s does not answer: %s".formatted(instance.origin().cluster(), away.getMessage()),
                    away);
        }
    }

    public List<KubernetesEvent> events(Instance instance) {
        var names = inventory.of(instance.id()).stream()
                .map(object -> object.key().name())
                .toList();
        return ask(instance, cluster -> cluster.events(instance.origin().namespace())).stream()
                .filter(event -> names.stream().anyMatch(name -> concerns(event, name)))
                .limit(MOST_EVENTS)
                .toList();
    }

    private static boolean concerns(KubernetesEvent event, String name) {
        var subject = event.subject().name();
        return subject.equals(name) || subject.startsWith(name + "-");
    }

    public List<PodView> pods(Instance instance) {
        var origin = instance.origin();
        return ask(
                instance,
                cluster -> cluster.list("v1", "Pod", origin.namespace(), Look.LABEL + "=" + origin.name()).stream()
                        .map(ClusterLook::pod)
                        .toList());
    }

    private static PodView pod(Manifest manifest) {
        var facts = PodFacts.of(manifest);
        return new PodView(
                facts.name(),
                facts.deleting() ? "Terminating" : facts.phase(),
                facts.ready(),
                (int) facts.containers().stream()
                        .mapToLong(ContainerFacts::restarts)
                        .sum(),
                facts.node().isEmpty() ? Optional.empty() : Optional.of(facts.node()),
                Fields.list(manifest.content(), "spec", "containers").stream()
                        .map(container -> Fields.text(container, "name"))
                        .toList(),
                detail(facts),
                facts.since());
    }

    private static String detail(PodFacts facts) {
        return facts.unschedulable().isEmpty()
                ? facts.containers().stream()
                        .map(ContainerFacts::waiting)
                        .filter(waiting -> !waiting.isEmpty())
                        .findFirst()
                        .orElse(facts.reason())
                : facts.unschedulable();
    }

    public List<String> logs(Instance instance, String pod, Optional<String> container, int lines) {
        var origin = instance.origin();
        return ask(instance, cluster -> {
            var key = new ObjectKey("v1", "Pod", origin.namespace(), pod);
            var mine = cluster.get(key)
                    .filter(found ->
                            origin.name().equals(Fields.text(found.content(), "metadata", "labels", Look.LABEL)));
            if (mine.isEmpty()) {
                throw new NotFoundException("pod-not-found", "%s has no pod %s.".formatted(origin.name(), pod));
            }
            return written(cluster, origin.namespace(), pod, container, lines);
        });
    }

    /** A container that has not started has written nothing; its cluster is not away. */
    private static List<String> written(
            Cluster cluster, String namespace, String pod, Optional<String> container, int lines) {
        try {
            return cluster.logs(namespace, pod, container.orElse(null), Math.clamp(lines, 1, MOST_LINES));
        } catch (ClusterException.NotStarted waiting) {
            return List.of();
        }
    }

    /** Values of Secrets stay on the cluster. */
    public String yaml(Instance instance, String kind, String name) {
        var object = inventory.of(instance.id()).stream()
                .map(OwnedObject::key)
                .filter(key -> key.kind().equals(kind) && key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "object-not-found",
                        "%s has no %s %s.".formatted(instance.origin().name(), kind, name)));
        return ask(instance, cluster -> cluster.get(object))
                .map(live -> Yaml.write(shown(live)))
                .orElseThrow(() -> new NotFoundException(
                        "object-not-there", "%s %s is not on the cluster at the moment.".formatted(kind, name)));
    }

    private static Map<String, Object> shown(Manifest live) {
        var content = new LinkedHashMap<>(live.content());
        var metadata = new TreeMap<>(live.metadata());
        metadata.remove("managedFields");
        content.put("metadata", metadata);
        if (live.key().kind().equals("Secret")) {
            content.keySet().removeAll(List.of("data", "stringData"));
        }
        return content;
    }

    String secret(Instance instance, String name, String key) {
        var object = new ObjectKey("v1", "Secret", instance.origin().namespace(), name);
        return ask(instance, cluster -> cluster.get(object))
                .map(live -> Fields.text(live.content(), "data", key))
                .filter(value -> !value.isEmpty())
                .map(value -> new String(
                        java.util.Base64.getDecoder().decode(value), java.nio.charset.StandardCharsets.UTF_8))
                .orElseThrow(() -> new UnavailableException("secret-not-there", "It is not there yet."));
    }

    dev.slipway.cluster.ServiceConnection connect(Instance instance, String service, int port) {
        return ask(instance, cluster -> cluster.connect(instance.origin().namespace(), service, port));
    }
}
