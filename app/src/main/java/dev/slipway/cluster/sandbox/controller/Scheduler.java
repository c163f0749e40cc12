package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.PodResources;
import dev.slipway.cluster.sandbox.api.Quantities;
import dev.slipway.cluster.sandbox.api.Tree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The scheduler: the emptiest node that fits, or the reasons why none does. */
final class Scheduler {

    private final Control control;
    private final Fleet fleet;
    private final Set<Entity.Ref> waiting = new LinkedHashSet<>();

    Scheduler(Control control, Fleet fleet) {
        this.control = control;
        this.fleet = fleet;
    }

    /** Something was freed or came up: pods that wait are tried again. */
    void tryAgain() {
        waiting.forEach(control.work()::add);
    }

    void forget(Entity.Ref pod) {
        waiting.remove(pod);
    }

    void reconcile(Entity pod) {
        if (pod.isTerminating()) {
            return;
        }
        var nodes = control.store().list(control.kind("Node"));
        var volumes = volumesProblem(pod);
        if (volumes.isPresent()) {
            refuse(pod, nodes.size(), volumes.get() + ".", notHelpful(nodes.size(), nodes.size()));
            return;
        }
        var reasons = new TreeMap<String, Integer>();
        var fitting = new ArrayList<Entity>();
        var hopeless = 0;
        for (var node : nodes) {
            var misfit = new Fit(pod, node, fleet).check();
            if (misfit.isEmpty()) {
                fitting.add(node);
            } else {
                misfit.get().reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
                hopeless += misfit.get().hopeless() ? 1 : 0;
            }
        }
        if (fitting.isEmpty()) {
            var told = new ArrayList<String>();
            reasons.forEach((reason, count) -> told.add(count + " " + reason));
            told.sort(Comparator.naturalOrder());
            refuse(pod, nodes.size(), String.join(", ", told) + ".", notHelpful(nodes.size(), hopeless));
        } else {
            bind(pod, emptiest(fitting, pod));
        }
    }

    private static String notHelpful(int nodes, int hopeless) {
        var told = new ArrayList<String>();
        if (nodes > hopeless) {
            told.add((nodes - hopeless) + " No preemption victims found for incoming pod");
        }
        if (hopeless > 0) {
            told.add(hopeless + " Preemption is not helpful for scheduling");
        }
        return "preemption: 0/%d nodes are available: %s.".formatted(nodes, String.join(", ", told));
    }

    private void refuse(Entity pod, int nodes, String reasons, String preemption) {
        waiting.add(pod.ref());
        var message = nodes == 0
                ? "no nodes available to schedule pods"
                : "0/%d nodes are available: %s %s".formatted(nodes, reasons, preemption);
        control.journal().warning(pod, "FailedScheduling", message);
        control.status(pod, status -> control.condition(status, "PodScheduled", false, "Unschedulable", message));
    }

    private void bind(Entity pod, Entity node) {
        waiting.remove(pod.ref());
        control.journal()
                .normal(
                        pod,
                        "Scheduled",
                        "Successfully assigned %s/%s to %s".formatted(pod.namespace(), pod.name(), node.name()));
        control.api().change(pod, content -> {
            Tree.child(content, "spec").put("nodeName", node.name());
            var status = Tree.child(content, "status");
            status.put("startTime", control.api().now());
            control.condition(status, "PodScheduled", true, "", "");
        });
    }

    /** As the scheduler prefers it: the node with the largest free share of CPU and memory afterwards. */
    private Entity emptiest(List<Entity> nodes, Entity pod) {
        var asked = PodResources.requests(pod.spec());
        return nodes.stream()
                .max(Comparator.comparing(
                                (Entity node) -> free(node, asked, "cpu").add(free(node, asked, "memory")))
                        .thenComparing(Entity::name, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private BigDecimal free(Entity node, Map<String, BigDecimal> asked, String resource) {
        var there = Quantities.of(Tree.map(node.status(), "allocatable"), resource);
        if (there.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return there.subtract(fleet.used(node.name(), resource))
                .subtract(asked.getOrDefault(resource, BigDecimal.ZERO))
                .divide(there, MathContext.DECIMAL32);
    }

    private Optional<String> volumesProblem(Entity pod) {
        for (var volume : Tree.maps(pod.spec(), "volumes")) {
            var name = Tree.text(volume, "persistentVolumeClaim", "claimName");
            if (name.isEmpty()) {
                continue;
            }
            var claim = control.store().find(control.kind("PersistentVolumeClaim"), pod.namespace(), name);
            if (claim.isEmpty()) {
                return Optional.of("persistentvolumeclaim \"%s\" not found".formatted(name));
            }
            if (claim.get().isTerminating()) {
                return Optional.of("persistentvolumeclaim \"%s\" is being deleted".formatted(name));
            }
            if (!Tree.text(claim.get().status(), "phase").equals("Bound")) {
                return Optional.of("pod has unbound immediate PersistentVolumeClaims");
            }
        }
        return Optional.empty();
    }
}
