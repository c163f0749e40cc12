package dev.slipway.provisioning;

import dev.slipway.provisioning.ProbedCluster.Call;
import dev.slipway.provisioning.ProbedCluster.Moment;
import dev.slipway.provisioning.task.Lease;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets whoever works die once before and once after every effect on a cluster, as if the process had been killed there: it
 * writes nothing any more, its row stays picked, and somebody takes over when its lease has run out.
 */
final class Deaths implements ProbedCluster.Probe {

    private final Set<Death> died = ConcurrentHashMap.newKeySet();

    /** One place to die at. */
    record Death(Moment moment, Call call) {}

    @Override
    public void at(Moment moment, Call call) {
        if (died.add(new Death(moment, call))) {
            throw new Lease.Lost();
        }
    }

    long before(String verb, String kind) {
        return count(Moment.BEFORE, verb, kind);
    }

    long after(String verb, String kind) {
        return count(Moment.AFTER, verb, kind);
    }

    private long count(Moment moment, String verb, String kind) {
        return died.stream()
                .filter(death -> death.moment() == moment
                        && death.call().verb().equals(verb)
                        && death.call().isOf(kind))
                .count();
    }
}
