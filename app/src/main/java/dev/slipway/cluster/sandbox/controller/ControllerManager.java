package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.ObjectChange;
import dev.slipway.cluster.sandbox.api.ApiServer;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Randomness;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Runs every controller over what has changed, until nothing is left to do. */
public final class ControllerManager {

    private final Control control;
    private final Fleet fleet = new Fleet();
    private final Scheduler scheduler;
    private final Kubelet kubelet;
    private final Deployments deployments;
    private final Replicas replicas;
    private final StatefulSets statefulSets;
    private final Jobs jobs;
    private final Volumes volumes;
    private final Namespaces namespaces;
    private final Budgets budgets;
    private final Operators operators;

    public ControllerManager(ApiServer api, InstantSource clock, Pace pace, Journal journal, Randomness random) {
        control = new Control(api, clock, pace, journal, new Work(), random);
        scheduler = new Scheduler(control, fleet);
        kubelet = new Kubelet(control);
        deployments = new Deployments(control);
        replicas = new Replicas(control);
        statefulSets = new StatefulSets(control);
        jobs = new Jobs(control);
        volumes = new Volumes(control);
        namespaces = new Namespaces(control);
        budgets = new Budgets(control);
        operators = new Operators(control);
    }

    public Fleet fleet() {
        return fleet;
    }

    /** When something is to be done next without anybody asking. */
    public Optional<Instant> nextDue() {
        return control.work().nextDue();
    }

    /** An object was added, changed or deleted. */
    public void changed(ObjectChange.Type type, Entity entity) {
        var deleted = type == ObjectChange.Type.DELETED;
        if (!deleted) {
            control.work().add(entity.ref());
        }
        entity.controller().ifPresent(owner -> wakeOwner(entity, owner));
        switch (entity.kind().kind()) {
            case "Pod" -> podChanged(entity, deleted);
            case "Node" -> scheduler.tryAgain();
            case "PersistentVolumeClaim" -> scheduler.tryAgain();
            default -> {}
        }
        if (deleted) {
            collect(entity);
        }
        if (entity.kind().namespaced()) {
            wakeNamespace(entity);
        }
    }

    private void wakeOwner(Entity entity, java.util.Map<String, Object> owner) {
        control.work()
                .add(new Entity.Ref(
                        control.kind(Tree.text(owner, "kind")), entity.namespace(), Tree.text(owner, "name")));
    }

    private void podChanged(Entity pod, boolean deleted) {
        if (deleted) {
            fleet.removed(pod);
            scheduler.forget(pod.ref());
        } else {
            fleet.changed(pod);
        }
        if (deleted || Pods.isFinished(pod)) {
            scheduler.tryAgain();
            control.store().list(control.kind("PersistentVolumeClaim"), pod.namespace()).stream()
                    .filter(Entity::isTerminating)
                    .forEach(claim -> control.work().add(claim.ref()));
        }
        control.store()
                .list(control.kind("PodDisruptionBudget"), pod.namespace())
                .forEach(budget -> control.work().add(budget.ref()));
    }

    /** Dependents go in the background, as the garbage collector does it. */
    private void collect(Entity owner) {
        for (var dependent : control.store().dependentsOf(owner.uid())) {
            var otherOwner = dependent.ownerReferences().stream()
                    .anyMatch(reference -> !Tree.text(reference, "uid").equals(owner.uid()));
            if (!otherOwner) {
                control.api().delete(dependent.ref(), dependent.uid(), null);
            }
        }
    }

    private void wakeNamespace(Entity entity) {
        control.store()
                .list(control.kind("ResourceQuota"), entity.namespace())
                .forEach(quota -> control.work().add(quota.ref()));
        control.store()
                .find(control.kind("Namespace"), "", entity.namespace())
                .filter(Entity::isTerminating)
                .ifPresent(namespace -> control.work().add(namespace.ref()));
    }

    /** Does what is due by now. */
    public void settle() {
        var enough = 100_000 + 50 * control.store().size();
        for (var done = 0; done < enough; done++) {
            var next = control.work().take(control.now());
            if (next.isEmpty()) {
                return;
            }
            var entity = control.store().find(next.get());
            if (entity != null) {
                reconcile(entity);
            }
        }
        throw new IllegalStateException("the sandbox's controllers do not come to rest");
    }

    private void reconcile(Entity entity) {
        switch (entity.kind().kind()) {
            case "Namespace" -> namespaces.reconcile(entity);
            case "Deployment" -> deployments.reconcile(entity);
            case "ReplicaSet" -> replicas.reconcile(entity);
            case "StatefulSet" -> statefulSets.reconcile(entity);
            case "Job" -> jobs.reconcile(entity);
            case "PersistentVolumeClaim" -> volumes.reconcile(entity);
            case "ResourceQuota" -> budgets.quota(entity);
            case "PodDisruptionBudget" -> budgets.disruption(entity);
            case "InferenceService" -> operators.inferenceService(entity);
            case "NIMService" -> operators.nimService(entity);
            case "NIMCache" -> operators.nimCache(entity);
            case "Certificate" -> operators.certificate(entity);
            case "Pod" -> {
                if (Pods.isScheduled(entity)) {
                    kubelet.reconcile(entity);
                } else {
                    scheduler.reconcile(entity);
                }
            }
            default -> {}
        }
    }
}
