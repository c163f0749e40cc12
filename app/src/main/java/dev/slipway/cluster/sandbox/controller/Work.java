package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** What is to be looked at: now, or at a later time. */
final class Work {

    private record Later(Instant due, long turn, Entity.Ref ref) implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            var byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(turn, other.turn);
        }
    }

    private final Set<Entity.Ref> now = new LinkedHashSet<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private final Map<Entity.Ref, Instant> planned = new HashMap<>();
    private long turn;

    void add(Entity.Ref ref) {
        now.add(ref);
    }

    /** Looks again then, or earlier if that was planned already. */
    void addAt(Instant due, Entity.Ref ref) {
        var before = planned.get(ref);
        if (before == null || due.isBefore(before)) {
            planned.put(ref, due);
            later.add(new Later(due, turn++, ref));
        }
    }

    /** The next thing to look at, taken off the list. */
    Optional<Entity.Ref> take(Instant time) {
        if (now.isEmpty()) {
            while (!later.isEmpty() && !later.peek().due().isAfter(time)) {
                var due = later.remove();
                if (due.due().equals(planned.get(due.ref()))) {
                    planned.remove(due.ref());
                    return Optional.of(due.ref());
                }
            }
            return Optional.empty();
        }
        var first = now.iterator().next();
        now.remove(first);
        return Optional.of(first);
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(later.peek()).map(Later::due);
    }
}
