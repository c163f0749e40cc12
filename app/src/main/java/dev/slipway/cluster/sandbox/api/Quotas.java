package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** ResourceQuota: what a namespace uses, and the refusal of what goes beyond. */
public final class Quotas {

    private static final List<String> COMPUTE = List.of(
            "cpu", "memory", "ephemeral-storage", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

    private final Store store;

    public Quotas(Store store) {
        this.store = store;
    }

    /** Refuses an object that would go beyond a quota; {@code before} is what it replaces, empty when it is new. */
    void admit(Kind kind, Map<String, Object> object, Map<String, Object> before) {
        var namespace = Tree.text(object, "metadata", "namespace");
        var quotas = store.list(Schema.shipped().kind("ResourceQuota"), namespace);
        if (quotas.isEmpty()) {
            return;
        }
        var asked = usage(kind, object);
        if (!before.isEmpty()) {
            usage(kind, before).forEach((resource, amount) -> asked.merge(resource, amount.negate(), BigDecimal::add));
        }
        for (var quota : quotas) {
            admit(kind, object, asked, quota);
        }
    }

    private void admit(Kind kind, Map<String, Object> object, Map<String, BigDecimal> asked, Entity quota) {
        var hard = Tree.map(quota.spec(), "hard");
        if (kind.is("Pod")) {
            requireWhatIsCounted(object, quota, hard);
        }
        var used = used(quota.namespace(), hard.keySet());
        var requested = new TreeMap<String, String>();
        var now = new TreeMap<String, String>();
        var limited = new TreeMap<String, String>();
        asked.forEach((resource, amount) -> {
            var limit = hard.get(resource);
            if (limit == null || amount.signum() <= 0) {
                return;
            }
            var already = used.getOrDefault(resource, BigDecimal.ZERO);
            if (already.add(amount).compareTo(Quantities.parse(limit)) > 0) {
                var binary = isBinary(resource, limit);
                requested.put(resource, Quantities.format(amount, binary));
                now.put(resource, Quantities.format(already, binary));
                limited.put(resource, limit.toString());
            }
        });
        if (!requested.isEmpty()) {
            throw new ClusterException.Forbidden(
                    "%s is forbidden: exceeded quota: %s, requested: %s, used: %s, limited: %s"
                            .formatted(
                                    Messages.name(kind, object),
                                    quota.name(),
                                    written(requested),
                                    written(now),
                                    written(limited)),
                    true);
        }
    }

    /** A pod must say what a quota on computing counts. */
    private static void requireWhatIsCounted(Map<String, Object> pod, Entity quota, Map<String, Object> hard) {
        var missing = new ArrayList<String>();
        for (var resource : COMPUTE) {
            if (!hard.containsKey(resource)) {
                continue;
            }
            var silent = new ArrayList<String>();
            for (var list : List.of("containers", "initContainers")) {
                for (var container : Tree.maps(pod, "spec", list)) {
                    var which = resource.startsWith("limits.") ? "limits" : "requests";
                    if (!Tree.map(container, "resources", which).containsKey(unprefixed(resource))) {
                        silent.add(Tree.text(container, "name"));
                    }
                }
            }
            if (!silent.isEmpty()) {
                missing.add(resource + " for: " + String.join(",", silent));
            }
        }
        if (!missing.isEmpty()) {
            throw new ClusterException.Forbidden(
                    "%s is forbidden: failed quota: %s: must specify %s"
                            .formatted(
                                    Messages.name(Schema.shipped().kind("Pod"), pod),
                                    quota.name(),
                                    String.join("; ", missing)),
                    false);
        }
    }

    private static String unprefixed(String resource) {
        return resource.substring(resource.indexOf('.') + 1);
    }

    /** What a namespace uses of the resources that a quota names. */
    public SortedMap<String, BigDecimal> used(String namespace, Iterable<String> resources) {
        var sum = new TreeMap<String, BigDecimal>();
        for (var entity : store.inNamespace(namespace)) {
            usage(entity.kind(), entity.content())
                    .forEach((resource, amount) -> sum.merge(resource, amount, BigDecimal::add));
        }
        var used = new TreeMap<String, BigDecimal>();
        for (var resource : resources) {
            used.put(resource, sum.getOrDefault(resource, BigDecimal.ZERO));
        }
        return used;
    }

    public static boolean isBinary(String resource, Object limit) {
        return limit.toString().endsWith("i") || resource.endsWith("memory") || resource.endsWith("storage");
    }

    private static SortedMap<String, BigDecimal> usage(Kind kind, Map<String, Object> object) {
        var usage = new TreeMap<String, BigDecimal>();
        usage.put("count/" + kind.resource(), BigDecimal.ONE);
        switch (kind.kind()) {
            case "Pod" -> pod(object, usage);
            case "PersistentVolumeClaim" -> claim(object, usage);
            case "Service" -> service(object, usage);
            case "ConfigMap", "Secret", "ResourceQuota" -> usage.put(kind.plural(), BigDecimal.ONE);
            default -> {}
        }
        return usage;
    }

    private static void pod(Map<String, Object> pod, Map<String, BigDecimal> usage) {
        var phase = Tree.text(pod, "status", "phase");
        if (phase.equals("Succeeded") || phase.equals("Failed")) {
            return;
        }
        usage.put("pods", BigDecimal.ONE);
        PodResources.requests(Tree.map(pod, "spec")).forEach((resource, amount) -> {
            usage.put("requests." + resource, amount);
            if (!resource.contains("/")) {
                usage.put(resource, amount);
            }
        });
        PodResources.limits(Tree.map(pod, "spec")).forEach((resource, amount) -> {
            if (!resource.contains("/")) {
                usage.put("limits." + resource, amount);
            }
        });
    }

    private static void claim(Map<String, Object> claim, Map<String, BigDecimal> usage) {
        usage.put("persistentvolumeclaims", BigDecimal.ONE);
        var storage = Quantities.of(Tree.map(claim, "spec", "resources", "requests"), "storage");
        usage.put("requests.storage", storage);
        var storageClass = Tree.text(claim, "spec", "storageClassName");
        if (!storageClass.isEmpty()) {
            usage.put(storageClass + ".storageclass.storage.k8s.io/requests.storage", storage);
            usage.put(storageClass + ".storageclass.storage.k8s.io/persistentvolumeclaims", BigDecimal.ONE);
        }
    }

    private static void service(Map<String, Object> service, Map<String, BigDecimal> usage) {
        usage.put("services", BigDecimal.ONE);
        var ports = BigDecimal.valueOf(Tree.list(service, "spec", "ports").size());
        switch (Tree.text(service, "spec", "type")) {
            case "NodePort" -> usage.put("services.nodeports", ports);
            case "LoadBalancer" -> {
                usage.put("services.nodeports", ports);
                usage.put("services.loadbalancers", BigDecimal.ONE);
            }
            default -> {}
        }
    }

    private static String written(SortedMap<String, String> amounts) {
        return String.join(
                ",",
                amounts.entrySet().stream()
                        .map(amount -> amount.getKey() + "=" + amount.getValue())
                        .toList());
    }
}
