package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;

/** What is read off a pod. */
final class Pods {

    private Pods() {}

    static boolean isReady(Entity pod) {
        return !pod.isTerminating()
                && Tree.maps(pod.status(), "conditions").stream()
                        .anyMatch(condition -> Tree.text(condition, "type").equals("Ready")
                                && Tree.text(condition, "status").equals("True"));
    }

    static String phase(Entity pod) {
        return Tree.text(pod.status(), "phase");
    }

    static boolean isFinished(Entity pod) {
        return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
    }

    static boolean isActive(Entity pod) {
        return !pod.isTerminating() && !isFinished(pod);
    }

    static String node(Entity pod) {
        return Tree.text(pod.spec(), "nodeName");
    }

    static boolean isScheduled(Entity pod) {
        return !node(pod).isEmpty();
    }
}
