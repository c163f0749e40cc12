package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The Job controller: pods until enough have succeeded, or too many have failed. */
final class Jobs {

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Control control;

    Jobs(Control control) {
        this.control = control;
    }

    void reconcile(Entity job) {
        if (job.isTerminating()) {
            return;
        }
        if (isFinished(job)) {
            expire(job);
            return;
        }
        var pods = control.owned(job, "Pod");
        var active = pods.stream().filter(Pods::isActive).toList();
        var succeeded = count(pods, "Succeeded");
        var failed = count(pods, "Failed");
        var wanted = Tree.number(job.spec(), Math.max(1, succeeded), "completions");
        if (Tree.flag(job.spec(), "suspend")) {
            suspend(job, active);
        } else if (failed > Tree.number(job.spec(), 6, "backoffLimit")) {
            remove(active);
            finish(job, false, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        } else if (isOverdue(job)) {
            remove(active);
            finish(job, false, "DeadlineExceeded", "Job was active longer than specified deadline");
        } else if (succeeded >= wanted && active.isEmpty()) {
            finish(job, true, "CompletionsReached", "Reached expected number of succeeded pods");
        } else if (failed == 0 || control.hasPassed(backOff(failed), lastFailure(pods), job)) {
            create(job, Math.min(Tree.number(job.spec(), 1, "parallelism"), wanted - succeeded) - active.size());
        }
        tell(job);
    }

    static boolean isFinished(Entity job) {
        return Tree.maps(job.status(), "conditions").stream()
                .anyMatch(condition -> List.of("Complete", "Failed").contains(Tree.text(condition, "type"))
                        && Tree.text(condition, "status").equals("True"));
    }

    private static long count(List<Entity> pods, String phase) {
        return pods.stream().filter(pod -> Pods.phase(pod).equals(phase)).count();
    }

    private static Duration backOff(long failed) {
        return FIRST_BACK_OFF.multipliedBy(1L << Math.min(failed - 1, 5));
    }

    private static Instant lastFailure(List<Entity> pods) {
        return pods.stream()
                .filter(pod -> Pods.phase(pod).equals("Failed"))
                .flatMap(pod -> Tree.maps(pod.status(), "containerStatuses").stream())
                .map(container -> Tree.text(container, "state", "terminated", "finishedAt"))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private boolean isOverdue(Entity job) {
        var limit = Tree.number(job.spec(), 0, "activeDeadlineSeconds");
        var started = Tree.text(job.status(), "startTime");
        return limit > 0
                && !started.isEmpty()
                && control.hasPassed(Duration.ofSeconds(limit), Instant.parse(started), job);
    }

    private void create(Entity job, long missing) {
        for (var i = 0; i < missing; i++) {
            var name = job.name() + "-" + control.random().suffix(5);
            try {
                control.api().create(control.kind("Pod"), control.pod(job, name, Map.of()));
                control.journal().normal(job, "SuccessfulCreate", "Created pod: " + name);
            } catch (ClusterException refused) {
                control.journal().warning(job, "FailedCreate", "Error creating: " + refused.getMessage());
                control.work().addAt(control.now().plus(NEXT_TRY), job.ref());
                return;
            }
        }
    }

    private void suspend(Entity job, List<Entity> active) {
        remove(active);
        control.status(job, status -> {
            status.remove("startTime");
            control.condition(status, "Suspended", true, "JobSuspended", "Job suspended");
        });
    }

    private void remove(List<Entity> pods) {
        pods.forEach(pod -> control.api().delete(pod.ref(), pod.uid(), null));
    }

    private void finish(Entity job, boolean complete, String reason, String message) {
        control.status(job, status -> {
            control.condition(status, complete ? "SuccessCriteriaMet" : "FailureTarget", true, reason, message);
            control.condition(status, complete ? "Complete" : "Failed", true, reason, message);
            if (complete) {
                status.put("completionTime", control.api().now());
            }
        });
        if (complete) {
            control.journal().normal(job, "Completed", "Job completed");
        } else {
            control.journal().warning(job, reason, message);
        }
        var fresh = control.store().find(job.ref());
        if (fresh != null) {
            expire(fresh);
        }
    }

    private void expire(Entity job) {
        var keep = Tree.number(job.spec(), -1, "ttlSecondsAfterFinished");
        if (keep < 0) {
            return;
        }
        var finished = Tree.maps(job.status(), "conditions").stream()
                .map(condition -> Instant.parse(Tree.text(condition, "lastTransitionTime")))
                .max(Instant::compareTo)
                .orElse(control.now());
        if (control.hasPassed(Duration.ofSeconds(keep), finished, job)) {
            control.api().delete(job.ref(), job.uid(), null);
        }
    }

    private void tell(Entity known) {
        var job = control.store().find(known.ref());
        if (job == null) {
            return;
        }
        var pods = control.owned(job, "Pod");
        control.status(job, status -> {
            if (!Tree.flag(job.spec(), "suspend")) {
                status.putIfAbsent("startTime", control.api().now());
            }
            put(status, "active", pods.stream().filter(Pods::isActive).count());
            put(status, "succeeded", count(pods, "Succeeded"));
            put(status, "failed", count(pods, "Failed"));
            status.put("ready", pods.stream().filter(Pods::isReady).count());
            status.put(
                    "terminating", pods.stream().filter(Entity::isTerminating).count());
        });
    }

    private static void put(Map<String, Object> status, String name, long count) {
        if (count == 0) {
            status.remove(name);
        } else {
            status.put(name, count);
        }
    }
}
