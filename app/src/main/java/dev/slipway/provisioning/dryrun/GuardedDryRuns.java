package dev.slipway.provisioning.dryrun;

import dev.slipway.catalog.DryRunNamespace;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.guard.Guards;
import dev.slipway.provisioning.reconcile.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The namespace as an environment of a team that nobody is in, its objects shown as the identity that would apply them. */
@Component
class GuardedDryRuns implements DryRunNamespace {

    private static final EnvironmentId PLACE = new EnvironmentId(new TeamId("slipway"), "dryrun");

    private final Clusters clusters;
    private final Guards guards;

    GuardedDryRuns(Clusters clusters, Guards guards) {
        this.clusters = clusters;
        this.guards = guards;
    }

    @Override
    public void guard(ClusterId cluster) {
        guards.raise(clusters.connect(cluster), PLACE);
    }

    @Override
    public List<String> refusals(ClusterId cluster, Map<String, Object> manifest) {
        var placed = placed(manifest);
        var connection = clusters.connect(cluster);
        var refusals = new ArrayList<>(asked(connection, placed, title(placed)));
        WorkloadPods.of(placed).ifPresent(pod -> refusals.addAll(asked(connection, pod, "Pod of " + title(placed))));
        return List.copyOf(refusals);
    }

    private static Map<String, Object> placed(Map<String, Object> manifest) {
        var metadata = new TreeMap<String, Object>();
        if (manifest.get("metadata") instanceof Map<?, ?> own) {
            own.forEach((name, value) -> metadata.put(String.valueOf(name), value));
        }
        metadata.put("namespace", NAME);
        var placed = new LinkedHashMap<>(manifest);
        placed.put("metadata", metadata);
        return placed;
    }

    private static List<String> asked(Cluster cluster, Map<String, Object> object, String title) {
        var manifest = new Manifest(object);
        try {
            var options = Identity.forApply(PLACE, manifest.key().kind()).asDryRun();
            return cluster.apply(manifest, options).warnings().stream()
                    .map(warning -> "%s: %s".formatted(title, warning))
                    .toList();
        } catch (ClusterException.Transient away) {
            throw away;
        } catch (ClusterException.Invalid invalid) {
            return invalid.problems().isEmpty()
                    ? List.of("%s: %s".formatted(title, invalid.getMessage()))
                    : invalid.problems().stream()
                            .map(problem -> "%s: %s: %s".formatted(title, problem.path(), problem.message()))
                            .toList();
        } catch (ClusterException refused) {
            return List.of("%s: %s".formatted(title, refused.getMessage()));
        }
    }

    private static String title(Map<String, Object> object) {
        var manifest = new Manifest(object);
        return "%s %s".formatted(manifest.key().kind(), manifest.key().name());
    }
}
