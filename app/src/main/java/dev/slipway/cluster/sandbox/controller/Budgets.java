package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Quantities;
import dev.slipway.cluster.sandbox.api.Quotas;
import dev.slipway.cluster.sandbox.api.Tree;

/** The statuses of what bounds others: resource quotas and disruption budgets. */
final class Budgets {

    private final Control control;

    Budgets(Control control) {
        this.control = control;
    }

    void quota(Entity quota) {
        var hard = Tree.map(quota.spec(), "hard");
        var used = new Quotas(control.store()).used(quota.namespace(), hard.keySet());
        control.status(quota, status -> {
            status.put("hard", Tree.copy(hard));
            var told = Tree.child(status, "used");
            told.clear();
            used.forEach((resource, amount) ->
                    told.put(resource, Quantities.format(amount, Quotas.isBinary(resource, hard.get(resource) + ""))));
        });
    }

    void disruption(Entity budget) {
        var selector = Tree.texts(budget.spec(), "selector", "matchLabels");
        var pods = control.store().list(control.kind("Pod"), budget.namespace()).stream()
                .filter(pod -> pod.labels().entrySet().containsAll(selector.entrySet()) && Pods.isActive(pod))
                .toList();
        var healthy = pods.stream().filter(Pods::isReady).count();
        var desired = desired(budget, pods.size());
        control.status(budget, status -> {
            status.put("expectedPods", (long) pods.size());
            status.put("currentHealthy", healthy);
            status.put("desiredHealthy", desired);
            status.put("disruptionsAllowed", Math.max(0, healthy - desired));
            status.put("observedGeneration", budget.generation());
        });
    }

    private static long desired(Entity budget, long pods) {
        var least = Tree.text(budget.spec(), "minAvailable");
        return least.isEmpty()
                ? Math.max(0, pods - share(Tree.text(budget.spec(), "maxUnavailable"), pods))
                : share(least, pods);
    }

    private static long share(String written, long pods) {
        if (written.endsWith("%")) {
            return Math.ceilDiv(pods * Long.parseLong(written.substring(0, written.length() - 1)), 100);
        }
        return written.isEmpty() ? 0 : Long.parseLong(written);
    }
}
