package dev.slipway.provisioning.web;

import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.Sharing;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import java.util.function.UnaryOperator;

/** Draws shares whose place on a GPU is not known: at the beginning of one that is free otherwise. */
final class Strips {

    private static final int MANY = 8;

    private Strips() {}

    /** A choice that is not taken yet. */
    static GpuStripView choice(ShareOption option) {
        return draw(
                Cut.of(option),
                slice -> slice,
                option.profile() + " of an " + option.model().title());
    }

    static GpuStripView yours(ShareOption option, int team, String environment) {
        return draw(
                Cut.of(option),
                slice -> slice.of(team, environment).yours().labelled("yours"),
                "Your share: %s of an %s"
                        .formatted(option.profile(), option.model().title()));
    }

    static GpuStripView yours(InstanceView.Share share, int team, String environment) {
        return draw(
                Cut.of(share),
                slice -> slice.of(team, environment).yours().labelled("yours"),
                "Your share: %s of an %s".formatted(share.profile(), share.deviceModel()));
    }

    /** For tables, where “yours” goes without saying. */
    static GpuStripView held(InstanceView.Share share, int team, String environment) {
        return draw(
                Cut.of(share),
                slice -> slice.of(team, environment),
                "%s of an %s".formatted(share.profile(), share.deviceModel()));
    }

    private static GpuStripView draw(Cut cut, UnaryOperator<GpuSliceView> look, String label) {
        var share = look.apply(GpuSliceView.share(0, cut.span()).computing(cut.compute()));
        return switch (cut.sharing()) {
            case WHOLE -> GpuStripView.whole(label, share);
            case MIG -> GpuStripView.with(label, "mig", cut.columns(), share);
            case TIME_SLICED -> GpuStripView.with(label, "timesliced", cut.columns(), share);
        };
    }

    /** How a GPU is divided, whatever the figures come from. */
    private record Cut(Sharing sharing, int columns, int span, int compute) {

        static Cut of(ShareOption option) {
            return of(
                    option.sharing(),
                    option.profile(),
                    option.model().memorySlices(),
                    option.memorySlices(),
                    option.computeSlices());
        }

        static Cut of(InstanceView.Share share) {
            return of(
                    share.sharing(), share.profile(), share.totalSlices(), share.memorySlices(), share.computeSlices());
        }

        private static Cut of(Sharing sharing, String profile, int columns, int span, int compute) {
            return switch (sharing) {
                case WHOLE -> new Cut(sharing, 1, 1, 1);
                case MIG -> new Cut(sharing, columns, Math.clamp(span, 1, columns), compute);
                case TIME_SLICED -> new Cut(sharing, sharers(profile), 1, 1);
            };
        }

        /** {@code 1/4} is one of four. */
        private static int sharers(String profile) {
            var digits = profile.substring(profile.indexOf('/') + 1);
            return digits.matches("[1-8]") ? Integer.parseInt(digits) : MANY;
        }
    }
}
