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

    /** One strip for each of so many that a plan takes, as many as can be taken in. */
    static List<GpuStripView> yours(ShareOption option, long count, int team, String environment) {
        var words = "%s of an %s".formatted(option.profile(), option.model().title());
        var strip = ShareStrip.of(option);
        return drawn(count)
                .mapToObj(number -> strip.draw(
                        slice -> labelled(slice.of(team, environment).yours(), strip), number(words, count, number)))
                .toList();
    }

    /** One strip for each pod that holds such a share, as many as can be taken in. */
    static List<GpuStripView> yours(InstanceView.Share share, int team, String environment) {
        return drawn(share.count())
                .mapToObj(number -> share.strip()
                        .draw(
                                slice -> labelled(slice.of(team, environment).yours(), share.strip()),
                                number(share.words(), share.count(), number)))
                .toList();
    }

    /** What is asked for belongs to nobody yet. */
    static List<GpuStripView> asked(InstanceView.Share share) {
        return drawn(share.count())
                .mapToObj(number -> share.strip().draw(slice -> slice, "Asked for: " + share.words()))
                .toList();
    }

    private static IntStream drawn(long count) {
        return IntStream.rangeClosed(1, Math.clamp(count, 1, MOST));
    }

    private static String number(String words, long count, int number) {
        return count == 1 ? "Your share: " + words : "Your share %d of %d: %s".formatted(number, count, words);
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
