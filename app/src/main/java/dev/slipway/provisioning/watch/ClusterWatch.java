package dev.slipway.provisioning.watch;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.ObjectChange;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.guard.Namespaces;
import dev.slipway.provisioning.task.Wakeups;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to every cluster and wakes the instances that something happened to. Many changes at once wake an instance
 * once; what is missed is found by the next look in turn.
 */
@Component
class ClusterWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration LOOK_FOR_CLUSTERS = Duration.ofSeconds(5);

    private final Clusters clusters;
    private final Concerned concerned;
    private final Namespaces namespaces;
    private final Wakeups wakeups;
    private final Map<ClusterId, AutoCloseable> watches = new ConcurrentHashMap<>();
    private final Set<Touched> touched = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    ClusterWatch(Clusters clusters, Concerned concerned, Namespaces namespaces, Wakeups wakeups) {
        this.clusters = clusters;
        this.concerned = concerned;
        this.namespaces = namespaces;
        this.wakeups = wakeups;
    }

    @Override
    public void start() {
        var watching = Thread.ofVirtual().name("watch").unstarted(this::run);
        thread = watching;
        watching.start();
    }

    /** What is awake needs nobody to wake it: the first looks at the clusters wait until the work itself begins. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready.countDown();
    }

    private void run() {
        var nextLook = System.nanoTime();
        while (isRunning()) {
            try {
                ready.await();
                Thread.sleep(GATHER);
                if (System.nanoTime() - nextLook >= 0) {
                    clusters.all().forEach(cluster -> watch(cluster.id()));
                    nextLook = System.nanoTime() + LOOK_FOR_CLUSTERS.toNanos();
                }
                wake();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                log.warn("Changes on clusters wake nobody for a moment: {}", failed.getMessage());
            }
        }
    }

    private void watch(ClusterId id) {
        if (!watches.containsKey(id)) {
            try {
                Cluster cluster = clusters.connect(id);
                watches.put(id, cluster.watch(change -> touch(id, change)));
            } catch (ClusterException away) {
                log.debug("Cluster {} cannot be watched yet: {}", id, away.getMessage());
            }
        }
    }

    private void touch(ClusterId cluster, ObjectChange change) {
        if (!isCount(change)) {
            touched.add(Touched.of(cluster, change));
        }
    }

    /** What a quota counts changes with every pod and claim, and would wake everybody in the namespace each time. */
    private static boolean isCount(ObjectChange change) {
        return change.type() == ObjectChange.Type.MODIFIED
                && change.key().kind().equals("ResourceQuota");
    }

    private void wake() {
        var now = Set.copyOf(touched);
        touched.removeAll(now);
        try {
            wake(now);
        } catch (RuntimeException failed) {
            touched.addAll(now);
            throw failed;
        }
    }

    private void wake(Set<Touched> now) {
        now.stream().filter(Touched::gone).forEach(one -> namespaces.doubt(one.cluster(), one.namespace()));
        var instances = concerned.by(now);
        if (!instances.isEmpty()) {
            wakeups.nudge(instances);
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
        watches.forEach((cluster, watch) -> close(cluster, watch));
        watches.clear();
    }

    private static void close(ClusterId cluster, AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            log.debug("The watch on {} did not close: {}", cluster, e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
