package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ObjectChange;
import dev.slipway.kernel.ClusterId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The open watches of a cluster. */
final class Watches implements AutoCloseable {

    private final ClusterId id;
    private final ApiServer api;
    private final Discovery discovery;
    private final Set<ClusterWatch> open = ConcurrentHashMap.newKeySet();

    Watches(ClusterId id, ApiServer api, Discovery discovery) {
        this.id = id;
        this.api = api;
        this.discovery = discovery;
    }

    AutoCloseable watch(Consumer<ObjectChange> listener) {
        var watch = new ClusterWatch(id, api, discovery, listener);
        open.add(watch);
        watch.start();
        return () -> {
            open.remove(watch);
            watch.close();
        };
    }

    @Override
    public void close() {
        open.forEach(ClusterWatch::close);
        open.clear();
    }
}
