package dev.slipway.catalog;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.catalog.DryRunView.OnCluster;
import dev.slipway.catalog.DryRunView.Result;
import dev.slipway.catalog.DryRunView.State;
import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Clusters.ClusterView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One look at a dry run: does every cluster that is not done, and comes again for those that were away. A replica that dies
 * leaves clusters undone, and the next one begins those anew; nothing was kept anywhere. No transaction is open meanwhile.
 */
@Component
class DryRunTask {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunTask.class);
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final DryRunRows rows;
    private final DraftRepository drafts;
    private final DryRunCases cases;
    private final ClusterSchemas schemas;
    private final Clusters clusters;
    private final ObjectProvider<DryRunNamespace> namespace;
    private final InstantSource clock;

    DryRunTask(
            DryRunRows rows,
            DraftRepository drafts,
            DryRunCases cases,
            ClusterSchemas schemas,
            Clusters clusters,
            ObjectProvider<DryRunNamespace> namespace,
            InstantSource clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.cases = cases;
        this.schemas = schemas;
        this.clusters = clusters;
        this.namespace = namespace;
        this.clock = clock;
    }

    CompletionHandler<Void> run(String id) {
        var run = rows.find(UUID.fromString(id)).filter(found -> !found.isOver());
        if (run.isEmpty()) {
            return (complete, operations) -> operations.remove();
        }
        try {
            if (isDone(run.get())) {
                rows.end(run.get().id(), clock.instant());
                return (complete, operations) -> operations.remove();
            }
        } catch (RuntimeException surprise) {
            LOG.error("The dry run {} of {} failed, trying again", id, run.get().blueprint(), surprise);
        }
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(NEXT_TRY));
    }

    /** Whether nothing is left to do: all clusters have answered, or the draft says something else by now. */
    private boolean isDone(DryRunView run) {
        var blueprint = blueprint(run);
        return blueprint.isEmpty()
                || run.clusters().stream()
                        .filter(cluster -> !cluster.state().isEnd())
                        .map(cluster -> on(run.id(), blueprint.get(), cluster))
                        .reduce(true, Boolean::logicalAnd);
    }

    private Optional<Blueprint> blueprint(DryRunView run) {
        return drafts.findById(run.blueprint())
                .filter(draft -> draft.holds(run.contentHash()))
                .flatMap(draft ->
                        schemas.compiler().compile(draft.view().files()).blueprint());
    }

    /** @return false when it has to be tried again */
    private boolean on(UUID run, Blueprint blueprint, OnCluster cluster) {
        var registered = clusters.find(cluster.cluster());
        if (registered.isEmpty()) {
            rows.write(run, cluster.cluster(), State.NO_TARGET, "It is not registered any more.", List.of(), 0);
            return true;
        }
        try {
            var capabilities = clusters.connect(cluster.cluster()).capabilities();
            var lacking = cases.lacking(blueprint, registered.get());
            if (!lacking.isEmpty()) {
                var why = "It lacks %s.".formatted(String.join(", ", lacking));
                rows.write(run, cluster.cluster(), State.NO_TARGET, why, List.of(), 0);
                return true;
            }
            tried(run, blueprint, registered.get(), capabilities);
            return true;
        } catch (ClusterException away) {
            rows.write(run, cluster.cluster(), State.WAITING, String.valueOf(away.getMessage()), List.of(), 0);
            return false;
        }
    }

    private void tried(UUID run, Blueprint blueprint, ClusterView cluster, Capabilities capabilities) {
        var place = namespace.getObject();
        var all = cases.of(blueprint, cluster, capabilities);
        var results = new ArrayList<Result>();
        var asked = new HashMap<Map<String, Object>, List<String>>();
        rows.write(run, cluster.id(), State.RUNNING, "", results, all.size());
        place.guard(cluster.id());
        for (var one : all) {
            results.add(new Result(one.name(), one.skipped(), problems(one, cluster, place, asked)));
            rows.write(run, cluster.id(), State.RUNNING, "", results, all.size());
        }
        var refused = results.stream().anyMatch(result -> !result.problems().isEmpty());
        rows.write(run, cluster.id(), refused ? State.REFUSED : State.PASSED, "", results, all.size());
    }

    /** Objects that wait for what others will say are not whole yet. What is the same in several cases is asked once. */
    private static List<String> problems(
            DryRunCase one, ClusterView cluster, DryRunNamespace place, Map<Map<String, Object>, List<String>> asked) {
        return one.resources().stream()
                .filter(resource -> !resource.isWaiting())
                .flatMap(resource ->
                        asked
                                .computeIfAbsent(resource.manifest(), object -> place.refusals(cluster.id(), object))
                                .stream())
                .distinct()
                .toList();
    }
}
