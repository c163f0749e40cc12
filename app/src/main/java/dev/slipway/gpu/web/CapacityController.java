package dev.slipway.gpu.web;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Clusters.ClusterView;
import dev.slipway.gpu.GpuShares;
import dev.slipway.gpu.NodePool;
import dev.slipway.gpu.Sharing;
import dev.slipway.kernel.GpuSlices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every cluster's GPUs, held and free, by node and share; no names of instances, so everybody signed in may look. */
@Controller
class CapacityController {

    private final GpuShares gpu;
    private final Clusters clusters;

    CapacityController(GpuShares gpu, Clusters clusters) {
        this.gpu = gpu;
        this.clusters = clusters;
    }

    @GetMapping("/capacity")
    String capacity(Model model) {
        var racks = clusters.all().stream().map(this::rack).toList();
        var pools = racks.stream()
                .flatMap(rack -> rack.pools().stream())
                .map(PoolRack::pool)
                .toList();
        var all = pools.stream().mapToLong(CapacityController::units).sum();
        var held = pools.stream().mapToLong(CapacityController::heldUnits).sum();
        model.addAttribute("racks", racks);
        model.addAttribute("gpus", pools.stream().mapToInt(NodePool::gpus).sum());
        model.addAttribute("held", all == 0 ? 0 : held * 100 / all);
        model.addAttribute("wholeFree", wholeFree(pools));
        model.addAttribute(
                "sharesFree", pools.stream().mapToLong(CapacityController::free).sum());
        return "gpu/capacity";
    }

    private Rack rack(ClusterView cluster) {
        try {
            return new Rack(
                    cluster, gpu.pools(cluster.id()).stream().map(PoolRack::of).toList(), null);
        } catch (ClusterException e) {
            return new Rack(cluster, List.of(), e.getMessage());
        }
    }

    private static long units(NodePool pool) {
        return pool.offers().stream()
                .mapToLong(offer -> offer.count() * slices(pool, offer).units())
                .sum();
    }

    private static long heldUnits(NodePool pool) {
        return pool.offers().stream()
                .mapToLong(offer -> offer.held() * slices(pool, offer).units())
                .sum();
    }

    private static long free(NodePool pool) {
        return pool.offers().stream().mapToLong(NodePool.Offer::free).sum();
    }

    private static long wholeFree(List<NodePool> pools) {
        return pools.stream()
                .filter(pool -> pool.sharing() == Sharing.WHOLE)
                .mapToLong(CapacityController::free)
                .sum();
    }

    /** Measured in parts of a GPU, so that different models can be added up. */
    private static GpuSlices slices(NodePool pool, NodePool.Offer offer) {
        var part = pool.model()
                .profile(offer.profile())
                .map(profile -> GpuSlices.of(profile.memorySlices()))
                .orElseGet(() -> GpuSlices.shareOf(pool.model().memorySlices(), pool.sharers()));
        return new GpuSlices(part.units() / pool.model().memorySlices());
    }

    /** @param away why the cluster could not be asked; none when it could */
    record Rack(
            ClusterView cluster,
            List<PoolRack> pools,
            @Nullable String away) {}
}
