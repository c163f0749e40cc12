package dev.slipway.gpu;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cost.PriceBook;
import dev.slipway.kernel.ClusterId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** Asks the clusters what they have, each time anew; they answer from what they discovered lately. */
@Service
class DiscoveredShares implements GpuShares {

    private final DeviceModels models = DeviceModels.load();
    private final PoolDiscovery discovery = new PoolDiscovery(models);
    private final Clusters clusters;
    private final ShareChooser chooser;

    DiscoveredShares(Clusters clusters, PriceBook prices) {
        this.clusters = clusters;
        this.chooser = new ShareChooser(prices::hourly);
    }

    @Override
    public List<NodePool> pools(ClusterId cluster) {
        return discovery.pools(cluster, clusters.connect(cluster).capabilities().nodes());
    }

    @Override
    public ShareOffer options(List<ClusterId> allowed, ShareRequest request) {
        var pools = new ArrayList<NodePool>();
        var away = new LinkedHashMap<ClusterId, String>();
        for (var cluster : allowed) {
            try {
                pools.addAll(pools(cluster));
            } catch (ClusterException e) {
                away.put(cluster, String.valueOf(e.getMessage()));
            }
        }
        return chooser.choose(pools, request, away);
    }

    @Override
    public Set<String> features(ClusterId cluster) {
        var features = new TreeSet<String>();
        for (var pool : pools(cluster)) {
            features.add("gpu");
            switch (pool.sharing()) {
                case WHOLE -> features.add("whole-gpu");
                case MIG -> features.add("mig");
                case TIME_SLICED -> features.add("time-slicing");
            }
        }
        return features;
    }

    @Override
    public List<DeviceModel> models() {
        return models.all();
    }

    @Override
    public Optional<DeviceModel> model(String name) {
        return models.named(name);
    }
}
