package dev.slipway.cluster;

import dev.slipway.cluster.Clusters.ClusterView;
import dev.slipway.cluster.Clusters.Health;
import dev.slipway.kernel.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One registered cluster: connected when first asked for, and asked now and then whether it is still there. */
final class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(15);
    private static final Health WELL = new Health(true, "");

    private final ClusterSettings.Registered settings;
    private final Supplier<Cluster> connector;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Cluster cluster;
    private volatile Health health = WELL;
    private volatile Instant lookedAt = Instant.MIN;

    /** @param connector makes the connection, or throws why it cannot */
    Registration(ClusterSettings.Registered settings, Supplier<Cluster> connector, InstantSource clock) {
        this.settings = settings;
        this.connector = connector;
        this.clock = clock;
    }

    ClusterId id() {
        return new ClusterId(settings.name());
    }

    ClusterView view() {
        if (isOlderThan(NEXT_LOOK) && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("look-at-" + settings.name()).start(this::look);
        }
        var title = settings.title().isEmpty() ? settings.name() : settings.title();
        var kind = settings.kind().name().toLowerCase(Locale.ROOT);
        return new ClusterView(id(), title, settings.region(), kind, health, settings.encryptedStorageClasses());
    }

    private boolean isOlderThan(Duration age) {
        return lookedAt.isBefore(clock.instant().minus(age));
    }

    private void look() {
        try {
            connect().ping();
            seen(WELL);
        } catch (ClusterException away) {
            seen(new Health(false, String.valueOf(away.getMessage())));
        } catch (RuntimeException unexpected) {
            LOG.warn("Looking at cluster {} failed", settings.name(), unexpected);
            seen(new Health(false, "cannot be asked whether it is there"));
        } finally {
            looking.set(false);
        }
    }

    private void seen(Health now) {
        if (now.reachable() != health.reachable()) {
            LOG.info("Cluster {} is {} {}", settings.name(), now.reachable() ? "reachable" : "away:", now.message());
        }
        health = now;
        lookedAt = clock.instant();
    }

    /** @throws ClusterException.Transient at once when it could not be connected a moment ago */
    Cluster connect() {
        var known = cluster;
        return known != null ? known : connectFirst();
    }

    private Cluster connectFirst() {
        lock.lock();
        try {
            var known = cluster;
            if (known != null) {
                return known;
            }
            if (!health.reachable() && !isOlderThan(NEXT_TRY)) {
                throw new ClusterException.Transient(health.message());
            }
            var made = connector.get();
            cluster = made;
            seen(WELL);
            return made;
        } catch (ClusterException.Transient away) {
            seen(new Health(false, String.valueOf(away.getMessage())));
            throw away;
        } catch (ClusterException refused) {
            seen(new Health(false, String.valueOf(refused.getMessage())));
            throw new ClusterException.Transient(String.valueOf(refused.getMessage()), refused);
        } finally {
            lock.unlock();
        }
    }

    void close() throws Exception {
        if (cluster instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
