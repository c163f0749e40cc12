package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Readiness;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.provisioning.ObjectView.Condition;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.Parallel;
import dev.slipway.provisioning.reconcile.Board.Outcome;
import dev.slipway.provisioning.state.Observation.Seen;
import dev.slipway.provisioning.state.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings the objects of a revision about, in the order of their references, side by side where they have none. */
@Component
class Rollout {

    private final Applier applier;
    private final Writer writer;

    Rollout(Applier applier, Writer writer) {
        this.applier = applier;
        this.writer = writer;
    }

    Board bring(Pass pass, List<OwnedObject> owned) {
        var board = new Board(pass.origin(), pass.revision().resources(), owned);
        for (var batch = board.next(); !batch.isEmpty(); batch = board.next()) {
            claim(pass, board);
            Parallel.map(batch, resource -> attempt(pass, resource, board)).forEach(board::take);
            writer.objects(pass, board.outcomes(), owned);
            if (board.hasWaiting()) {
                board.rendered(render(pass, board));
            }
        }
        return board;
    }

    private void claim(Pass pass, Board board) {
        var missing = Claims.of(pass.origin(), pass.revision(), board.resources()).stream()
                .filter(claim -> board.owned().stream()
                        .noneMatch(object -> object.key().equals(claim.key()) && object.revision() == claim.revision()))
                .toList();
        if (!missing.isEmpty()) {
            board.claimed(writer.claim(pass, missing));
        }
    }

    private static List<RenderedResource> render(Pass pass, Board board) {
        return pass.blueprint()
                .render(pass.revision().parameters(), pass.facts().withLive(board.live()))
                .resources();
    }

    private Outcome attempt(Pass pass, RenderedResource resource, Board board) {
        var object = board.owned(resource).orElseThrow();
        try {
            var brought = applier.bring(pass, resource, object);
            return outcome(pass, resource, brought.object(), brought.live());
        } catch (ClusterException.Transient away) {
            throw away;
        } catch (ClusterException refused) {
            if (refused instanceof ClusterException.Missing && isNamespaceGone(pass)) {
                throw refused;
            }
            return refused(pass, resource, object, Refusal.of(refused));
        }
    }

    private static boolean isNamespaceGone(Pass pass) {
        var key = new ObjectKey("v1", "Namespace", null, pass.origin().namespace());
        return pass.cluster().get(key).isEmpty();
    }

    private static Outcome refused(Pass pass, RenderedResource resource, OwnedObject object, Refusal refusal) {
        var seen = seen(pass, resource, object, Map.of(), new Readiness.Waiting("refused"), Optional.of(refusal));
        return new Outcome(resource, object.seen(Condition.FAILED, refusal.message()), seen);
    }

    private static Outcome outcome(Pass pass, RenderedResource resource, OwnedObject object, Optional<Manifest> live) {
        var content = live.map(Manifest::content).orElse(Map.of());
        var readiness = live.isPresent() ? readiness(pass, resource, content) : withoutObject(object);
        var seen = seen(pass, resource, object, content, readiness, Optional.empty());
        return new Outcome(
                resource, object.seen(Conditions.of(readiness), Conditions.detail(readiness, content)), seen);
    }

    /** A job that was done and cleared away is done; anything else that is not there is not. */
    private static Readiness withoutObject(OwnedObject object) {
        return object.condition() == Condition.READY
                ? new Readiness.Ready()
                : new Readiness.Waiting("the old one has to go first");
    }

    private static Readiness readiness(Pass pass, RenderedResource resource, Map<String, Object> live) {
        try {
            return blueprint(pass)
                    .readiness(resource.id(), live, pass.revision().parameters(), pass.facts());
        } catch (EvaluationException unclear) {
            return new Readiness.Failed("its readiness cannot be told: " + unclear.getMessage());
        }
    }

    private static Blueprint blueprint(Pass pass) {
        return pass.blueprint();
    }

    private static Seen seen(
            Pass pass,
            RenderedResource resource,
            OwnedObject object,
            Map<String, Object> live,
            Readiness readiness,
            Optional<Refusal> refusal) {
        return new Seen(
                resource.kind(),
                resource.name(),
                live,
                readiness,
                List.of(),
                refusal,
                since(pass, object),
                resource.deadline());
    }

    /** A deadline counts from when the object was applied, and anew when somebody tries again. */
    private static Optional<Instant> since(Pass pass, OwnedObject object) {
        var goAhead = pass.instance().moments().goAhead();
        return object.appliedAt().map(at -> goAhead.filter(at::isBefore).orElse(at));
    }

    /** All of them as the state function wants to see them, those that were not tried among them. */
    static List<Seen> seen(Pass pass, Board board) {
        var all = new ArrayList<Seen>();
        for (var resource : board.resources()) {
            all.add(board.outcome(resource).map(Outcome::seen).orElseGet(() -> untried(resource, board)));
        }
        return all;
    }

    private static Seen untried(RenderedResource resource, Board board) {
        var blockers = List.copyOf(board.blockers(resource));
        return new Seen(
                resource.kind(),
                resource.name(),
                Map.of(),
                new Readiness.Waiting("waits"),
                blockers.isEmpty() ? List.of("data that is not there yet") : blockers,
                Optional.empty(),
                Optional.empty(),
                resource.deadline());
    }
}
