package dev.slipway.blueprint.definition;

import java.util.Set;
import java.util.TreeSet;

/** The kinds that a blueprint may create, as {@code apiVersion/kind}. */
public final class Kinds {

    private static final Set<String> ALLOWED = Set.of(
            "v1/ConfigMap",
            "v1/PersistentVolumeClaim",
            "v1/Pod",
            "v1/Service",
            "apps/v1/Deployment",
            "apps/v1/StatefulSet",
            "batch/v1/CronJob",
            "batch/v1/Job",
            "policy/v1/PodDisruptionBudget",
            "autoscaling/v2/HorizontalPodAutoscaler",
            "networking.k8s.io/v1/Ingress",
            "gateway.networking.k8s.io/v1/HTTPRoute",
            "gateway.networking.k8s.io/v1/GRPCRoute",
            "cert-manager.io/v1/Certificate",
            "monitoring.coreos.com/v1/PodMonitor",
            "monitoring.coreos.com/v1/ServiceMonitor",
            "serving.kserve.io/v1beta1/InferenceService",
            "serving.kserve.io/v1alpha1/LLMInferenceService",
            "apps.nvidia.com/v1alpha1/NIMCache",
            "apps.nvidia.com/v1alpha1/NIMService",
            "ray.io/v1/RayCluster",
            "ray.io/v1/RayJob",
            "trainer.kubeflow.org/v1alpha1/TrainJob",
            "resource.k8s.io/v1/ResourceClaimTemplate");
    private static final Set<String> CLUSTER_SCOPED = Set.of(
            "APIService",
            "CertificateSigningRequest",
            "ClusterIssuer",
            "ClusterQueue",
            "ClusterRole",
            "ClusterRoleBinding",
            "CSIDriver",
            "CSINode",
            "CustomResourceDefinition",
            "DeviceClass",
            "GatewayClass",
            "IngressClass",
            "MutatingWebhookConfiguration",
            "Namespace",
            "Node",
            "PersistentVolume",
            "PriorityClass",
            "ResourceFlavor",
            "ResourceSlice",
            "RuntimeClass",
            "StorageClass",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration",
            "VolumeAttachment");
    private static final Set<String> WITH_PODS =
            Set.of("Deployment", "StatefulSet", "Job", "CronJob", "Pod", "InferenceService", "NIMService");

    private Kinds() {}

    /** All of them, sorted; the identity that applies objects needs no more, besides Secrets and NetworkPolicies. */
    public static Set<String> allowed() {
        return new TreeSet<>(ALLOWED);
    }

    public static boolean isAllowed(String apiVersion, String kind) {
        return ALLOWED.contains(apiVersion + "/" + kind);
    }

    static boolean isClusterScoped(String kind) {
        return CLUSTER_SCOPED.contains(kind);
    }

    static boolean hasPods(String kind) {
        return WITH_PODS.contains(kind);
    }

    /** What to do instead, or nothing. */
    static String instead(String kind) {
        return switch (kind) {
            case "Secret" -> " Declare it under spec.secrets; Slipway makes it on the cluster.";
            case "NetworkPolicy" -> " Say under spec.network what is to be open.";
            case "ServiceAccount", "Role", "RoleBinding" -> " Workloads run as an account without any rights.";
            case "DaemonSet" -> " It would claim as many pods as there are nodes.";
            default -> "";
        };
    }
}
