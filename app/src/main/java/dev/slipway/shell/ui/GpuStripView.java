package dev.slipway.shell.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * One GPU, drawn by {@code components/gpu-strip}.
 *
 * @param label the drawing in words: {@code n04 GPU 2: 3g.40gb Search prod, 3g.40gb Claims test, yours}
 * @param mode {@code mig}, {@code whole}, {@code timesliced} or {@code memory}
 * @param columns memory slices of the device model; for time-sliced the number of shares; for memory 24
 */
public record GpuStripView(String label, String mode, int columns, List<GpuSliceView> slices) {

    public GpuStripView {
        slices = List.copyOf(slices);
    }

    /** A GPU with the share at its place and every other cell free. */
    public static GpuStripView with(String label, String mode, int columns, GpuSliceView share) {
        var slices = new ArrayList<GpuSliceView>();
        for (var at = 0; at < columns; at++) {
            if (at == share.at()) {
                slices.add(share);
            } else if (at < share.at() || at >= share.at() + share.span()) {
                slices.add(GpuSliceView.free(at));
            }
        }
        return new GpuStripView(label, mode, columns, slices);
    }

    /** A GPU that one share takes whole. */
    public static GpuStripView whole(String label, GpuSliceView share) {
        return new GpuStripView(
                label,
                "whole",
                1,
                List.of(new GpuSliceView(
                        0,
                        1,
                        null,
                        share.team(),
                        share.environment(),
                        share.state(),
                        share.own(),
                        share.idle(),
                        share.label())));
    }
}
