package dev.slipway.gpu;

import static java.util.Comparator.comparing;

import dev.slipway.gpu.NodePool.Offer;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Holds shares against a request. A pure function of pools, prices and request. */
final class ShareChooser {

    /**
     * What is kept free of every share's memory, in percent: the CUDA context, fragmentation and peaks while the engine
     * profiles itself. Engines take 90 % of what they see by default; so a need is held against 90 %.
     */
    static final int RESERVE_PERCENT = 10;

    private static final BigDecimal USABLE = BigDecimal.valueOf(100 - RESERVE_PERCENT, 2);
    private static final Comparator<ShareOption> CHEAPEST =
            comparing(ShareOption::hourly).thenComparingLong(ShareOption::usableBytes);

    private final BiFunction<String, String, Optional<Money>> hourly;

    /** @param hourly price of a share by device model and profile */
    ShareChooser(BiFunction<String, String, Optional<Money>> hourly) {
        this.hourly = hourly;
    }

    static long usable(long memoryBytes) {
        return memoryBytes - Math.ceilDiv(Math.multiplyExact(memoryBytes, RESERVE_PERCENT), 100);
    }

    ShareOffer choose(List<NodePool> pools, ShareRequest request, Map<ClusterId, String> away) {
        var priced = new ArrayList<ShareOption>();
        var unpriced = new ArrayList<ShareOption>();
        pools.stream()
                .flatMap(pool -> options(pool, request))
                .forEach(option -> (isPriced(option) ? priced : unpriced).add(option));
        priced.sort(CHEAPEST);
        var options = mark(Stream.concat(priced.stream(), unpriced.stream()).toList());
        var chosen = chosen(options, request.choice());
        var problem = chosen.isPresent()
                ? Optional.<String>empty()
                : Optional.of(Reasons.nothingChosen(options, request, away));
        return new ShareOffer(options, chosen, problem, away);
    }

    private Stream<ShareOption> options(NodePool pool, ShareRequest request) {
        return pool.offers().stream().map(offer -> option(pool, offer, request));
    }

    private ShareOption option(NodePool pool, Offer offer, ShareRequest request) {
        var model = pool.model();
        var cut = model.profile(offer.profile());
        var price = hourly.apply(model.name(), offer.profile());
        var usable = usable(offer.memoryBytes());
        var refusal = Reasons.refusal(pool, offer, usable, price.isPresent(), request);
        return new ShareOption(
                pool.cluster(),
                pool.name(),
                model,
                pool.sharing(),
                offer.profile(),
                offer.memoryBytes(),
                usable,
                utilisation(pool),
                columns(pool, cut),
                pool.sharing() == Sharing.MIG
                        ? cut.map(DeviceModel.Profile::computeSlices).orElse(0)
                        : model.computeSlices(),
                slices(pool, cut),
                Map.of(offer.resource(), "1"),
                pool.nodeSelector(),
                pool.tolerations(),
                price.orElse(Money.ZERO),
                offer.free(),
                refusal.isEmpty(),
                offer.free() >= request.count(),
                refusal.orElseGet(() -> Reasons.fits(offer, usable, request)),
                false);
    }

    private static BigDecimal utilisation(NodePool pool) {
        return USABLE.divide(BigDecimal.valueOf(pool.sharers()), new MathContext(3, RoundingMode.DOWN));
    }

    private static int columns(NodePool pool, Optional<DeviceModel.Profile> cut) {
        return cut.map(DeviceModel.Profile::memorySlices)
                .orElse(Math.max(1, pool.model().memorySlices() / pool.sharers()));
    }

    private static GpuSlices slices(NodePool pool, Optional<DeviceModel.Profile> cut) {
        return cut.map(profile -> GpuSlices.of(profile.memorySlices()))
                .orElseGet(() -> GpuSlices.shareOf(pool.model().memorySlices(), pool.sharers()));
    }

    private static boolean isPriced(ShareOption option) {
        return !option.hourly().isZero() || option.fits();
    }

    private static List<ShareOption> mark(List<ShareOption> options) {
        var best = options.stream()
                .filter(ShareOption::fits)
                .filter(ShareOption::available)
                .findFirst()
                .or(() -> options.stream().filter(ShareOption::fits).findFirst());
        return options.stream()
                .map(option -> best.filter(option::equals).isPresent() ? recommended(option) : option)
                .toList();
    }

    private static ShareOption recommended(ShareOption option) {
        return option.withRecommendation(
                option.available() ? "Smallest share that fits" : "Smallest share that fits; " + option.reason());
    }

    private static Optional<ShareOption> chosen(List<ShareOption> options, Optional<String> choice) {
        if (choice.isEmpty()) {
            return options.stream().filter(ShareOption::recommended).findFirst();
        }
        var named = options.stream()
                .filter(ShareOption::fits)
                .filter(option -> Reasons.names(choice.get(), option))
                .toList();
        return named.stream()
                .filter(ShareOption::available)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
