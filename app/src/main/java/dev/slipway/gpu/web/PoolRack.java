package dev.slipway.gpu.web;

import dev.slipway.gpu.DeviceModel;
import dev.slipway.gpu.NodePool;
import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import dev.slipway.shell.ui.MeterView;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A node pool as a table: nodes by the shares they offer. Which GPU of a node holds which share the node does not tell, so
 * a share is drawn once, in the head of its column, and counted below.
 */
record PoolRack(NodePool pool, List<Column> columns, List<Row> rows) {

    record Column(String profile, GpuStripView strip, long count, long held, long free) {}

    record Row(String node, boolean ready, List<MeterView> cells) {}

    static PoolRack of(NodePool pool) {
        return new PoolRack(
                pool,
                pool.offers().stream().map(offer -> column(pool, offer)).toList(),
                pool.nodes().stream().map(node -> row(pool, node)).toList());
    }

    public String facts() {
        var sharing = switch (pool.sharing()) {
            case WHOLE -> "whole";
            case MIG -> "MIG";
            case TIME_SLICED -> "time-sliced, " + pool.sharers() + " to a GPU";
        };
        return "%d %s · %d × %s · %s"
                .formatted(
                        pool.nodes().size(),
                        pool.nodes().size() == 1 ? "node" : "nodes",
                        pool.gpus(),
                        pool.model().title(),
                        sharing);
    }

    private static Column column(NodePool pool, NodePool.Offer offer) {
        return new Column(offer.profile(), strip(pool, offer.profile()), offer.count(), offer.held(), offer.free());
    }

    private static GpuStripView strip(NodePool pool, String profile) {
        var label = "%s of an %s".formatted(profile, pool.model().name());
        return switch (pool.sharing()) {
            case WHOLE -> GpuStripView.whole(label, GpuSliceView.share(0, 1));
            case MIG ->
                GpuStripView.with(
                        label,
                        "mig",
                        pool.model().memorySlices(),
                        pool.model().profile(profile).map(PoolRack::slice).orElseGet(() -> GpuSliceView.share(0, 1)));
            case TIME_SLICED ->
                new GpuStripView(
                        label,
                        "timesliced",
                        Math.clamp(pool.sharers(), 1, 8),
                        IntStream.range(0, Math.clamp(pool.sharers(), 1, 8))
                                .mapToObj(at -> at == 0 ? GpuSliceView.share(0, 1) : GpuSliceView.free(at))
                                .toList());
        };
    }

    private static GpuSliceView slice(DeviceModel.Profile profile) {
        return GpuSliceView.share(0, profile.memorySlices()).computing(profile.computeSlices());
    }

    private static Row row(NodePool pool, NodePool.PoolNode node) {
        return new Row(
                node.name(),
                node.ready(),
                pool.offers().stream().map(offer -> cell(node, offer.profile())).toList());
    }

    private static MeterView cell(NodePool.PoolNode node, String profile) {
        var here = node.shares().stream()
                .filter(share -> share.profile().equals(profile))
                .findFirst()
                .orElseGet(() -> new NodePool.Held(profile, 0, 0));
        return MeterView.upTo(here.count())
                .part("used", here.held())
                .build(
                        profile,
                        null,
                        Long.toString(here.held()),
                        "of " + here.count(),
                        "%d of %d held on %s".formatted(here.held(), here.count(), node.name()));
    }
}
