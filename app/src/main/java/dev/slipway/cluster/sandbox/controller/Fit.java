package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.PodResources;
import dev.slipway.cluster.sandbox.api.Quantities;
import dev.slipway.cluster.sandbox.api.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a pod fits a node, in the scheduler's own order of questions. */
final class Fit {

    private final Entity pod;
    private final Entity node;
    private final Fleet fleet;

    Fit(Entity pod, Entity node, Fleet fleet) {
        this.pod = pod;
        this.node = node;
        this.fleet = fleet;
    }

    /**
     * Why not.
     *
     * @param hopeless whether it would not fit even if other pods went
     */
    record Misfit(List<String> reasons, boolean hopeless) {}

    Optional<Misfit> check() {
        if (Tree.flag(node.spec(), "unschedulable")) {
            return hopeless("node(s) were unschedulable");
        }
        if (!toleratesAll()) {
            return hopeless("node(s) had untolerated taint(s)");
        }
        if (!selected()) {
            return hopeless("node(s) didn't match Pod's node affinity/selector");
        }
        return resources();
    }

    private static Optional<Misfit> hopeless(String reason) {
        return Optional.of(new Misfit(List.of(reason), true));
    }

    private boolean toleratesAll() {
        return Tree.maps(node.spec(), "taints").stream()
                .filter(taint -> !Tree.text(taint, "effect").equals("PreferNoSchedule"))
                .allMatch(taint -> Tree.maps(pod.spec(), "tolerations").stream()
                        .anyMatch(toleration -> tolerates(toleration, taint)));
    }

    private static boolean tolerates(Map<String, Object> toleration, Map<String, Object> taint) {
        var effect = Tree.text(toleration, "effect");
        if (!effect.isEmpty() && !effect.equals(Tree.text(taint, "effect"))) {
            return false;
        }
        var key = Tree.text(toleration, "key");
        var exists = Tree.text(toleration, "operator").equals("Exists");
        if (key.isEmpty()) {
            return exists;
        }
        return key.equals(Tree.text(taint, "key"))
                && (exists || Tree.text(toleration, "value").equals(Tree.text(taint, "value")));
    }

    private boolean selected() {
        var labels = node.labels();
        if (!labels.entrySet()
                .containsAll(Tree.texts(pod.spec(), "nodeSelector").entrySet())) {
            return false;
        }
        var terms = Tree.maps(
                pod.spec(),
                "affinity",
                "nodeAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution",
                "nodeSelectorTerms");
        return terms.isEmpty()
                || terms.stream()
                        .anyMatch(term -> Tree.maps(term, "matchExpressions").stream()
                                .allMatch(expression -> matches(expression, labels)));
    }

    private static boolean matches(Map<String, Object> expression, Map<String, String> labels) {
        var value = labels.get(Tree.text(expression, "key"));
        var values =
                Tree.list(expression, "values").stream().map(Object::toString).toList();
        return switch (Tree.text(expression, "operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> value != null && Long.parseLong(value) > Long.parseLong(values.getFirst());
            case "Lt" -> value != null && Long.parseLong(value) < Long.parseLong(values.getFirst());
            default -> false;
        };
    }

    private Optional<Misfit> resources() {
        var allocatable = Tree.map(node.status(), "allocatable");
        var reasons = new ArrayList<String>();
        var never = false;
        if (lacks(allocatable, "pods", BigDecimal.ONE)) {
            reasons.add("Too many pods");
        }
        for (var request : PodResources.requests(pod.spec()).entrySet()) {
            if (request.getValue().signum() > 0 && lacks(allocatable, request.getKey(), request.getValue())) {
                reasons.add("Insufficient " + request.getKey());
                never |= Quantities.of(allocatable, request.getKey()).compareTo(request.getValue()) < 0;
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Misfit(reasons, never));
    }

    private boolean lacks(Map<String, Object> allocatable, String resource, BigDecimal amount) {
        var there = Quantities.of(allocatable, resource);
        return fleet.used(node.name(), resource).add(amount).compareTo(there) > 0;
    }
}
