package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The kubelets: scheduled pods start, become ready, complete or fail, as time goes by. */
final class Kubelet {

    /** Annotation of a pod that makes it fail: ImagePullBackOff, CrashLoopBackOff, OOMKilled or Unready. */
    private static final String FAIL = "slipway.dev/testbed-fail";
    /** Annotations of a pod that say how long it takes, as in {@code 30s}. */
    private static final String READY_DELAY = "slipway.dev/testbed-ready-delay";

    private static final String COMPLETE_DELAY = "slipway.dev/testbed-complete-delay";

    private final Control control;

    Kubelet(Control control) {
        this.control = control;
    }

    void reconcile(Entity pod) {
        if (pod.isTerminating()) {
            stop(pod);
        } else if (!Pods.isFinished(pod)) {
            var since = Instant.parse(Tree.text(pod.status(), "startTime"));
            switch (pod.annotation(FAIL)) {
                case "" -> run(pod, since);
                case "ImagePullBackOff", "ErrImagePull" -> cannotPull(pod);
                case "Unready" -> start(pod, since);
                case "OOMKilled" -> crash(pod, since, "OOMKilled", 137);
                default -> crash(pod, since, "Error", 1);
            }
        }
    }

    private void stop(Entity pod) {
        var deleted = Instant.parse(Tree.text(pod.content(), "metadata", "deletionTimestamp"));
        if (control.hasPassed(control.pace().stop(), deleted, pod)) {
            control.store().remove(pod);
        }
    }

    /** Returns whether its containers run. */
    private boolean start(Entity pod, Instant since) {
        if (Pods.phase(pod).equals("Pending")) {
            if (!control.hasPassed(control.pace().start(), since, pod)) {
                containers(pod, container -> waiting(container, "ContainerCreating", ""));
                return false;
            }
            started(pod);
        }
        return true;
    }

    private void run(Entity pod, Instant since) {
        if (!start(pod, since)) {
            return;
        }
        var completes = isTask(pod);
        var wait = completes
                ? delay(pod, COMPLETE_DELAY, control.pace().complete())
                : delay(pod, READY_DELAY, control.pace().ready());
        var running = control.store().find(pod.ref());
        if (running != null && control.hasPassed(wait, since, running)) {
            if (completes) {
                succeeded(running);
            } else {
                ready(running);
            }
        }
    }

    private static Duration delay(Entity pod, String annotation, Duration usual) {
        var asked = pod.annotation(annotation);
        return asked.isEmpty() ? usual : Duration.parse("PT" + asked);
    }

    private static boolean isTask(Entity pod) {
        return pod.controller()
                .filter(owner -> Tree.text(owner, "kind").equals("Job"))
                .isPresent();
    }

    private void started(Entity pod) {
        for (var container : Tree.maps(pod.spec(), "containers")) {
            var image = Tree.text(container, "image");
            control.journal()
                    .normal(pod, "Pulled", "Container image \"%s\" already present on machine".formatted(image));
            control.journal().normal(pod, "Created", "Container created");
            control.journal().normal(pod, "Started", "Container started");
        }
        control.status(pod, status -> {
            status.put("phase", "Running");
            status.put("podIP", address(pod));
            status.put("hostIP", "10.0.0.1");
            conditions(status, false);
            status.put("containerStatuses", statuses(pod, "containers", this::running));
            if (!Tree.list(pod.spec(), "initContainers").isEmpty()) {
                status.put("initContainerStatuses", statuses(pod, "initContainers", this::initialised));
            }
        });
    }

    private static String address(Entity pod) {
        var hash = pod.uid().hashCode();
        return "10.244.%d.%d".formatted((hash >>> 8) & 0xFF, 1 + (hash & 0x7F));
    }

    private void ready(Entity pod) {
        control.status(pod, status -> {
            conditions(status, true);
            status.put("containerStatuses", statuses(pod, "containers", container -> {
                running(container);
                container.put("ready", true);
            }));
        });
    }

    private void succeeded(Entity pod) {
        control.status(pod, status -> {
            status.put("phase", "Succeeded");
            conditions(status, false);
            status.put(
                    "containerStatuses",
                    statuses(pod, "containers", container -> terminated(container, "state", "Completed", 0)));
        });
    }

    private void cannotPull(Entity pod) {
        if (waitsFor(pod, "ImagePullBackOff")) {
            return;
        }
        for (var container : Tree.maps(pod.spec(), "containers")) {
            var image = Tree.text(container, "image");
            control.journal().normal(pod, "Pulling", "Pulling image \"%s\"".formatted(image));
            control.journal()
                    .warning(
                            pod,
                            "Failed",
                            ("Failed to pull image \"%s\": rpc error: code = NotFound desc = failed to pull and unpack"
                                            + " image \"%s\": failed to resolve reference \"%s\": not found")
                                    .formatted(image, image, image));
            control.journal().warning(pod, "Failed", "Error: ErrImagePull");
            control.journal().normal(pod, "BackOff", "Back-off pulling image \"%s\"".formatted(image));
            control.journal().warning(pod, "Failed", "Error: ImagePullBackOff");
        }
        containers(
                pod,
                container -> waiting(
                        container,
                        "ImagePullBackOff",
                        "Back-off pulling image \"%s\"".formatted(Tree.text(container, "image"))));
    }

    private void crash(Entity pod, Instant since, String reason, long exitCode) {
        if (waitsFor(pod, "CrashLoopBackOff")
                || !control.hasPassed(control.pace().start(), since, pod)) {
            return;
        }
        if (!Tree.text(pod.spec(), "restartPolicy").equals("Always") && isTask(pod)) {
            failed(pod, reason, exitCode);
            return;
        }
        started(pod);
        var now = control.store().find(pod.ref());
        if (now == null) {
            return;
        }
        for (var container : Tree.maps(pod.spec(), "containers")) {
            control.journal()
                    .warning(
                            pod,
                            "BackOff",
                            "Back-off restarting failed container %s in pod %s_%s(%s)"
                                    .formatted(Tree.text(container, "name"), pod.name(), pod.namespace(), pod.uid()));
        }
        containers(now, container -> {
            terminated(container, "lastState", reason, exitCode);
            container.put("restartCount", 3L);
            waiting(
                    container,
                    "CrashLoopBackOff",
                    "back-off 40s restarting failed container=%s pod=%s_%s(%s)"
                            .formatted(Tree.text(container, "name"), pod.name(), pod.namespace(), pod.uid()));
        });
    }

    private void failed(Entity pod, String reason, long exitCode) {
        control.status(pod, status -> {
            status.put("phase", "Failed");
            conditions(status, false);
            status.put(
                    "containerStatuses",
                    statuses(pod, "containers", container -> terminated(container, "state", reason, exitCode)));
        });
    }

    private static boolean waitsFor(Entity pod, String reason) {
        return Tree.maps(pod.status(), "containerStatuses").stream()
                .anyMatch(container ->
                        Tree.text(container, "state", "waiting", "reason").equals(reason));
    }

    private void containers(Entity pod, Consumer<Map<String, Object>> state) {
        control.status(pod, status -> {
            conditions(status, false);
            status.put("containerStatuses", statuses(pod, "containers", state));
        });
    }

    private void conditions(Map<String, Object> status, boolean ready) {
        var why = ready ? "" : "ContainersNotReady";
        control.condition(status, "PodReadyToStartContainers", true, "", "");
        control.condition(status, "Initialized", true, "", "");
        control.condition(status, "Ready", ready, why, "");
        control.condition(status, "ContainersReady", ready, why, "");
    }

    private static List<Object> statuses(Entity pod, String which, Consumer<Map<String, Object>> state) {
        var statuses = new ArrayList<Object>();
        for (var container : Tree.maps(pod.spec(), which)) {
            var status = new LinkedHashMap<String, Object>();
            status.put("name", Tree.text(container, "name"));
            status.put("image", Tree.text(container, "image"));
            status.put("imageID", "");
            status.put("ready", false);
            status.put("restartCount", 0L);
            state.accept(status);
            statuses.add(status);
        }
        return statuses;
    }

    private static void waiting(Map<String, Object> container, String reason, String message) {
        container.put("started", false);
        var waiting = Tree.child(container, "state", "waiting");
        waiting.put("reason", reason);
        if (!message.isEmpty()) {
            waiting.put("message", message);
        }
    }

    private void running(Map<String, Object> container) {
        container.put("started", true);
        Tree.child(container, "state", "running").put("startedAt", control.api().now());
    }

    private void initialised(Map<String, Object> container) {
        terminated(container, "state", "Completed", 0);
        container.put("ready", true);
    }

    private void terminated(Map<String, Object> container, String state, String reason, long exitCode) {
        container.put("started", false);
        var terminated = Tree.child(container, state, "terminated");
        terminated.put("exitCode", exitCode);
        terminated.put("reason", reason);
        terminated.put("finishedAt", control.api().now());
    }
}
