package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.ObjectChange;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cluster.sandbox.api.Entity;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of changes, in order, each on a thread of its own so that none holds up the cluster. */
final class Watchers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    AutoCloseable add(Consumer<ObjectChange> listener, List<Entity> there) {
        var watcher = new Watcher(listener);
        there.forEach(entity -> watcher.tell(ObjectChange.Type.ADDED, entity));
        watchers.add(watcher);
        return () -> {
            watchers.remove(watcher);
            watcher.thread.interrupt();
        };
    }

    void changed(ObjectChange.Type type, Entity entity) {
        watchers.forEach(watcher -> watcher.tell(type, entity));
    }

    static boolean isWatched(Entity entity) {
        return "slipway".equals(entity.labels().get("app.kubernetes.io/managed-by"));
    }

    @Override
    public void close() {
        watchers.forEach(watcher -> watcher.thread.interrupt());
        watchers.clear();
    }

    private static final class Watcher {

        private final LinkedBlockingQueue<ObjectChange> changes = new LinkedBlockingQueue<>();
        private final Consumer<ObjectChange> listener;
        private final Thread thread;

        Watcher(Consumer<ObjectChange> listener) {
            this.listener = listener;
            thread = Thread.ofVirtual().name("sandbox-watch").start(this::run);
        }

        void tell(ObjectChange.Type type, Entity entity) {
            if (isWatched(entity)) {
                changes.add(new ObjectChange(key(entity), type, entity.labels()));
            }
        }

        private void run() {
            try {
                while (true) {
                    deliver(changes.take());
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        private void deliver(ObjectChange change) {
            try {
                listener.accept(change);
            } catch (RuntimeException broken) {
                LOG.warn("A listener failed on {}", change.key(), broken);
            }
        }
    }

    static ObjectKey key(Entity entity) {
        return new ObjectKey(
                entity.kind().apiVersion(),
                entity.kind().kind(),
                entity.namespace().isEmpty() ? null : entity.namespace(),
                entity.name());
    }
}
