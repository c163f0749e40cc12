package dev.slipway.cluster.kubernetes;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kinds whose objects a blueprint or a guard may be, as far as a cluster serves them. */
final class WatchedKinds {

    private static final Set<String> BUILT_IN = Set.of(
            "v1/Namespace",
            "v1/Pod",
            "v1/Service",
            "v1/ConfigMap",
            "v1/Secret",
            "v1/PersistentVolumeClaim",
            "v1/ServiceAccount",
            "v1/ResourceQuota",
            "v1/LimitRange",
            "apps/v1/Deployment",
            "apps/v1/StatefulSet",
            "batch/v1/Job",
            "batch/v1/CronJob",
            "networking.k8s.io/v1/NetworkPolicy",
            "networking.k8s.io/v1/Ingress",
            "policy/v1/PodDisruptionBudget",
            "autoscaling/v2/HorizontalPodAutoscaler",
            "rbac.authorization.k8s.io/v1/Role",
            "rbac.authorization.k8s.io/v1/RoleBinding");

    /** Of operators for AI. Not every custom kind, since each is a stream of its own to the API server. */
    private static final Set<String> GROUPS = Set.of(
            "apps.nvidia.com",
            "batch.volcano.sh",
            "gateway.networking.k8s.io",
            "inference.networking.k8s.io",
            "jobset.x-k8s.io",
            "kubeflow.org",
            "leaderworkerset.x-k8s.io",
            "ray.io",
            "resource.k8s.io",
            "serving.kserve.io",
            "trainer.kubeflow.org");

    private WatchedKinds() {}

    /** One version of each. */
    static List<ServedKind> of(Collection<ServedKind> served) {
        var seen = new HashSet<String>();
        return served.stream()
                .filter(kind -> BUILT_IN.contains(kind.name()) || (kind.namespaced() && GROUPS.contains(kind.group())))
                .filter(kind -> kind.verbs().containsAll(Set.of("list", "watch", "patch")))
                .filter(kind -> seen.add(kind.group() + "/" + kind.kind()))
                .toList();
    }
}
