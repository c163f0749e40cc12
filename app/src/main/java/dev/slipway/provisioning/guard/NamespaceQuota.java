package dev.slipway.provisioning.guard;

import dev.slipway.kernel.Amounts;
import dev.slipway.provisioning.intent.RevisionStore.Held;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What a namespace may hold, as Kubernetes counts: what its instances hold, what the largest of them needs once more while
 * its pods are replaced, and what the weights cache needs. GPU exactly, since GPU workloads are replaced without surge.
 */
final class NamespaceQuota {

    /** For the Jobs that fetch weights, a few at a time. */
    private static final Amounts FETCHING = new Amounts(4_000, 8L << 30, 0, 4, Map.of());

    /** Only against a flood: what claims may hold together is bounded by their storage. */
    private static final int CLAIMS = 1_000;

    private NamespaceQuota() {}

    /** {@code offered}: the GPU resources that the cluster's nodes have; what nobody holds is closed. */
    static SortedMap<String, String> of(List<Held> held, Collection<String> offered, long cacheBytes) {
        var amounts = held.stream().map(NamespaceQuota::amounts).toList();
        var hard = new TreeMap<String, String>();
        hard.put("requests.cpu", withRoom(amounts, Amounts::cpuMillis) + FETCHING.cpuMillis() + "m");
        hard.put("requests.memory", String.valueOf(withRoom(amounts, Amounts::memoryBytes) + FETCHING.memoryBytes()));
        hard.put("requests.storage", String.valueOf(sum(amounts, Amounts::storageBytes) + cacheBytes));
        hard.put("persistentvolumeclaims", String.valueOf(CLAIMS));
        hard.put("pods", String.valueOf(withRoom(amounts, Amounts::pods) + FETCHING.pods()));
        offered.forEach(resource -> hard.put("requests." + resource, "0"));
        gpu(held).forEach((resource, count) -> hard.put("requests." + resource, String.valueOf(count)));
        return hard;
    }

    /** Has every limit that a namespace has, each so wide that no single object meets it. */
    static SortedMap<String, String> boundless(Collection<String> offered) {
        var hard = new TreeMap<String, String>();
        hard.put("requests.cpu", "1M");
        hard.put("requests.memory", "1Pi");
        hard.put("requests.storage", "1Pi");
        hard.put("persistentvolumeclaims", "1M");
        hard.put("pods", "1M");
        offered.forEach(resource -> hard.put("requests." + resource, "1M"));
        return hard;
    }

    private static Amounts amounts(Held held) {
        var amounts = held.holding().amounts();
        return held.done() ? new Amounts(0, 0, amounts.storageBytes(), 0, Map.of()) : amounts;
    }

    private static long withRoom(List<Amounts> amounts, ToLongFunction<Amounts> part) {
        return sum(amounts, part)
                + amounts.stream()
                        .map(part::applyAsLong)
                        .max(Comparator.naturalOrder())
                        .orElse(0L);
    }

    private static long sum(List<Amounts> amounts, ToLongFunction<Amounts> part) {
        return amounts.stream().mapToLong(part).sum();
    }

    private static SortedMap<String, Long> gpu(List<Held> held) {
        var counts = new TreeMap<String, Long>();
        held.stream()
                .filter(one -> !one.done())
                .flatMap(one -> one.shares().stream())
                .forEach(share -> share.limits()
                        .forEach((resource, each) -> counts.merge(
                                resource, Long.parseLong(each) * share.share().count(), Long::sum)));
        return counts;
    }
}
