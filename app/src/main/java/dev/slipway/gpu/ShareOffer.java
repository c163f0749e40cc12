package dev.slipway.gpu;

import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clusters answer to a {@link ShareRequest}.
 *
 * @param options every share there is, the cheapest first, too small ones included
 * @param chosen what the request comes to: the person's choice, or the recommended one; it really fits
 * @param problem why nothing is chosen, in a sentence with the figure that decides; empty when something is
 * @param away clusters that could not be asked, with the reason
 */
public record ShareOffer(
        List<ShareOption> options,
        Optional<ShareOption> chosen,
        Optional<String> problem,
        Map<ClusterId, String> away) {

    public ShareOffer {
        options = List.copyOf(options);
        away = Map.copyOf(away);
    }

    public Optional<ShareOption> recommended() {
        return options.stream().filter(ShareOption::recommended).findFirst();
    }

    /** The largest share that is on offer, fitting or not, to say what there is. */
    public Optional<ShareOption> largest() {
        return options.stream().max(java.util.Comparator.comparingLong(ShareOption::usableBytes));
    }
}
