package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.util.Comparator;
import java.util.List;

/** The next step of a Deployment from its old replica sets to the new one. */
final class Rollout {

    private final Control control;
    private final Entity deployment;
    private final long wanted;

    Rollout(Control control, Entity deployment) {
        this.control = control;
        this.deployment = deployment;
        this.wanted = Tree.number(deployment.spec(), 1, "replicas");
    }

    void advance(Entity current, List<Entity> old) {
        if (Tree.text(deployment.spec(), "strategy", "type").equals("Recreate")) {
            recreate(current, old);
        } else {
            roll(current, old);
        }
    }

    private void recreate(Entity current, List<Entity> old) {
        old.forEach(set -> scale(set, 0));
        var someLeft =
                old.stream().anyMatch(set -> control.owned(set, "Pod").stream().anyMatch(pod -> !Pods.isFinished(pod)));
        if (!someLeft) {
            scale(current, wanted);
        }
    }

    private void roll(Entity current, List<Entity> old) {
        var oldCount = old.stream().mapToLong(Rollout::meant).sum();
        var room = wanted + surge() - oldCount - meant(current);
        if (meant(current) < wanted && room > 0) {
            scale(current, Math.min(wanted, meant(current) + room));
        } else if (meant(current) > wanted) {
            scale(current, wanted);
        }
        var least = wanted - mayMiss();
        var newUnavailable = Math.max(0, meant(current) - available(current));
        var mayGo = oldCount + meant(current) - least - newUnavailable;
        var inOrder =
                old.stream().sorted(Comparator.comparing(Entity::createdAt)).toList();
        for (var set : inOrder) {
            var unhealthy = Math.min(meant(set) - available(set), Math.max(mayGo, 0));
            if (unhealthy > 0) {
                scale(set, meant(set) - unhealthy);
                mayGo -= unhealthy;
            }
        }
        var spare =
                available(current) + old.stream().mapToLong(Rollout::available).sum() - least;
        for (var set : inOrder) {
            var fresh = control.store().find(set.ref());
            if (fresh != null && spare > 0) {
                var going = Math.min(spare, meant(fresh));
                scale(fresh, meant(fresh) - going);
                spare -= going;
            }
        }
    }

    private static long meant(Entity set) {
        return Tree.number(set.spec(), 0, "replicas");
    }

    private static long available(Entity set) {
        return Tree.number(set.status(), 0, "availableReplicas");
    }

    private void scale(Entity known, long replicas) {
        var set = control.store().find(known.ref());
        if (set == null || meant(set) == replicas) {
            return;
        }
        var way = replicas > meant(set) ? "up" : "down";
        control.journal()
                .normal(
                        deployment,
                        "ScalingReplicaSet",
                        "Scaled %s replica set %s from %d to %d".formatted(way, set.name(), meant(set), replicas));
        control.api().change(set, content -> Tree.child(content, "spec").put("replicas", replicas));
    }

    private long surge() {
        return share("maxSurge", true);
    }

    /** How many of the pods that are meant may be missing. */
    long mayMiss() {
        if (!Tree.text(deployment.spec(), "strategy", "type").equals("RollingUpdate")) {
            return 0;
        }
        var unavailable = share("maxUnavailable", false);
        return unavailable == 0 && surge() == 0 ? Math.min(1, wanted) : Math.min(unavailable, wanted);
    }

    private long share(String which, boolean roundUp) {
        var written = Tree.text(deployment.spec(), "strategy", "rollingUpdate", which);
        if (written.endsWith("%")) {
            var share = wanted * Long.parseLong(written.substring(0, written.length() - 1));
            return roundUp ? Math.ceilDiv(share, 100) : share / 100;
        }
        return written.isEmpty() ? 0 : Long.parseLong(written);
    }
}
