package dev.slipway.gpu;

import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import java.util.function.UnaryOperator;

/**
 * Draws a share whose place on a GPU is not known: at the beginning of one that is free otherwise.
 *
 * @param columns memory slices of the device model; for time-sliced the number of shares
 * @param span how many of them the share takes
 * @param compute compute slices that the share takes
 */
public record ShareStrip(Sharing sharing, int columns, int span, int compute) {

    private static final int MANY = 8;

    public static ShareStrip of(ShareOption option) {
        return of(
                option.sharing(),
                option.profile(),
                option.model().memorySlices(),
                option.memorySlices(),
                option.computeSlices());
    }

    /** @param profile names how many share the GPU, where it is time-sliced: {@code 1/4} */
    public static ShareStrip of(Sharing sharing, String profile, int totalSlices, int memorySlices, int computeSlices) {
        return switch (sharing) {
            case WHOLE -> new ShareStrip(sharing, 1, 1, 1);
            case MIG -> new ShareStrip(sharing, totalSlices, Math.clamp(memorySlices, 1, totalSlices), computeSlices);
            case TIME_SLICED -> new ShareStrip(sharing, sharers(profile), 1, 1);
        };
    }

    /**
     * @param look whose share it is
     * @param label the drawing in words
     */
    public GpuStripView draw(UnaryOperator<GpuSliceView> look, String label) {
        var share = look.apply(GpuSliceView.share(0, span).computing(compute));
        return switch (sharing) {
            case WHOLE -> GpuStripView.whole(label, share);
            case MIG -> GpuStripView.with(label, "mig", columns, share);
            case TIME_SLICED -> GpuStripView.with(label, "timesliced", columns, share);
        };
    }

    private static int sharers(String profile) {
        var digits = profile.substring(profile.indexOf('/') + 1);
        return digits.matches("[1-8]") ? Integer.parseInt(digits) : MANY;
    }
}
