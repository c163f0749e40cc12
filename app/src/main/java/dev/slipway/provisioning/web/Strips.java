package dev.slipway.provisioning.web;

import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.ShareStrip;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import java.util.List;
import java.util.stream.IntStream;

/** The shares of plans and instances, drawn. */
final class Strips {

    private static final int MOST = 8;

    private Strips() {}

    /** A choice that is not taken yet. */
    static GpuStripView choice(ShareOption option) {
        return ShareStrip.of(option)
                .draw(
                        slice -> slice,
                        option.profile() + " of an " + option.model().title());
    }

    static GpuStripView yours(ShareOption option, int team, String environment) {
        return ShareStrip.of(option)
                .draw(
                        slice -> labelled(slice.of(team, environment).yours(), ShareStrip.of(option)),
                        "Your share: %s of an %s"
                                .formatted(option.profile(), option.model().title()));
    }

    /** One strip for each pod that holds such a share, as many as can be taken in. */
    static List<GpuStripView> yours(InstanceView.Share share, int team, String environment) {
        return IntStream.rangeClosed(1, drawn(share))
                .mapToObj(number -> share.strip()
                        .draw(
                                slice -> labelled(slice.of(team, environment).yours(), share.strip()),
                                number(share, number)))
                .toList();
    }

    /** What is asked for belongs to nobody yet. */
    static List<GpuStripView> asked(InstanceView.Share share) {
        return IntStream.rangeClosed(1, drawn(share))
                .mapToObj(number -> share.strip().draw(slice -> slice, "Asked for: " + share.words()))
                .toList();
    }

    private static int drawn(InstanceView.Share share) {
        return Math.clamp(share.count(), 1, MOST);
    }

    private static String number(InstanceView.Share share, int number) {
        return share.count() == 1
                ? "Your share: " + share.words()
                : "Your share %d of %d: %s".formatted(number, share.count(), share.words());
    }

    /** The word needs two of eight columns. */
    private static GpuSliceView labelled(GpuSliceView slice, ShareStrip strip) {
        return strip.span() * 4 >= strip.columns() ? slice.labelled("yours") : slice;
    }

    /** For tables, where “yours” goes without saying. */
    static GpuStripView held(InstanceView.Share share, int team, String environment) {
        return share.strip().draw(slice -> slice.of(team, environment), share.count() + " × " + share.words());
    }
}
