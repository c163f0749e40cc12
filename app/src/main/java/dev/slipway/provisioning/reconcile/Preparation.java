package dev.slipway.provisioning.reconcile;

import dev.slipway.cluster.ClusterException;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.guard.Guards;
import dev.slipway.provisioning.guard.NamespaceEnding;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.OwnedObject.Role;
import dev.slipway.provisioning.intent.Parallel;
import dev.slipway.provisioning.state.Finding;
import dev.slipway.provisioning.state.Refusal;
import dev.slipway.provisioning.state.RefusalFindings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What comes before the objects: guards, generated secrets, weights. */
@Component
class Preparation {

    private final Guards guards;
    private final GeneratedSecrets secrets;
    private final WeightsStep weights;
    private final Writer writer;
    private final InstantSource clock;

    Preparation(Guards guards, GeneratedSecrets secrets, WeightsStep weights, Writer writer, InstantSource clock) {
        this.guards = guards;
        this.secrets = secrets;
        this.weights = weights;
        this.writer = writer;
        this.clock = clock;
    }

    /** What is not done yet; empty when the objects may come. */
    Optional<Finding> prepare(Pass pass, List<OwnedObject> owned, StepLog.Run steps) {
        steps.at("isolation", "");
        var refused = guard(pass);
        if (refused.isPresent()) {
            return refused;
        }
        steps.done(
                "isolation", pass.origin().namespace(), "The namespace and its guards are in place.", clock.instant());
        generate(pass, owned, steps);
        if (pass.instance().isSettled()) {
            refill(pass);
            return Optional.empty();
        }
        return warm(pass, steps);
    }

    private Optional<Finding> guard(Pass pass) {
        try {
            guards.ensure(pass.cluster(), pass.origin(), pass.instance().isSettled());
            return Optional.empty();
        } catch (NamespaceEnding ending) {
            return Optional.of(Finding.progress("Waits for namespace %s, which is just being taken away, to go."
                    .formatted(pass.origin().namespace())));
        } catch (ClusterException.Transient away) {
            throw away;
        } catch (ClusterException refused) {
            var title = "the guards of namespace " + pass.origin().namespace();
            return Optional.of(RefusalFindings.of(title, Refusal.of(refused)));
        }
    }

    private void generate(Pass pass, List<OwnedObject> owned, StepLog.Run steps) {
        var needs = pass.revision().secrets();
        if (needs.isEmpty()) {
            return;
        }
        steps.at("secrets", "");
        var known =
                owned.stream().filter(object -> object.role() == Role.SECRET).toList();
        var made = Parallel.map(needs, need -> secrets.ensure(pass, need, find(pass, known, need)));
        writer.update(
                pass, made.stream().filter(object -> !known.contains(object)).toList());
        steps.done("secrets", "", "Keys are made; they exist on the cluster only.", clock.instant());
    }

    private static OwnedObject find(Pass pass, List<OwnedObject> known, dev.slipway.blueprint.Needs.SecretNeed need) {
        var key = GeneratedSecrets.key(pass.origin().namespace(), need);
        return known.stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The cache may have gone with its namespace, and pods that start anew need it. */
    private void refill(Pass pass) {
        if (pass.instance().state() != InstanceState.READY) {
            weights.refill(pass);
        }
    }

    private Optional<Finding> warm(Pass pass, StepLog.Run steps) {
        if (pass.revision().weights().isEmpty()) {
            return Optional.empty();
        }
        var waiting = weights.waiting(pass);
        if (waiting.isPresent()) {
            steps.at("weights", waiting.get().cause());
        } else {
            steps.done("weights", "", "The weights are in the namespace's cache.", clock.instant());
        }
        return waiting;
    }
}
