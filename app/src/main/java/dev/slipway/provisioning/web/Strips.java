package dev.slipway.provisioning.web;

import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.ShareStrip;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.shell.ui.GpuStripView;

/** The shares of plans and instances, drawn. */
final class Strips {

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
                        slice -> slice.of(team, environment).yours().labelled("yours"),
                        "Your share: %s of an %s"
                                .formatted(option.profile(), option.model().title()));
    }

    static GpuStripView yours(InstanceView.Share share, int team, String environment) {
        return share.strip()
                .draw(slice -> slice.of(team, environment).yours().labelled("yours"), "Your share: " + share.words());
    }

    /** For tables, where “yours” goes without saying. */
    static GpuStripView held(InstanceView.Share share, int team, String environment) {
        return share.strip().draw(slice -> slice.of(team, environment), share.words());
    }
}
