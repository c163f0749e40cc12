package dev.slipway.gpu;

import dev.slipway.gpu.NodePool.Offer;
import dev.slipway.kernel.ClusterId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a share fits or not, each time with the figure that decides. */
final class Reasons {

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Reasons() {}

    static Optional<String> refusal(NodePool pool, Offer offer, long usable, boolean priced, ShareRequest request) {
        if (usable < request.memoryBytes()) {
            return Optional.of(
                    "Too small: %s GiB needed, %s usable".formatted(up(request.memoryBytes()), down(usable)));
        }
        if (request.strictIsolation() && !pool.sharing().isStrict()) {
            return Optional.of("Shares its memory with neighbours; this has to be held apart in hardware");
        }
        if (!request.accepted().contains(pool.sharing())) {
            return Optional.of("The blueprint does not take shares that are "
                    + pool.sharing().word());
        }
        if (!priced) {
            return Optional.of("The price book has no price for it");
        }
        if (offer.count() < request.count()) {
            return Optional.of("%d wanted, the pool has %d".formatted(request.count(), offer.count()));
        }
        return Optional.empty();
    }

    static String fits(Offer offer, long usable, ShareRequest request) {
        return offer.free() < request.count()
                ? "%d of %d free now, it would wait".formatted(offer.free(), request.count())
                : "Fits with %s GiB to spare".formatted(down(usable - request.memoryBytes()));
    }

    /** A choice names one option of one cluster, or a profile wherever it is. */
    static boolean names(String choice, ShareOption option) {
        return choice.equals(option.key()) || choice.equals(option.profile());
    }

    static String nothingChosen(List<ShareOption> options, ShareRequest request, Map<ClusterId, String> away) {
        if (options.isEmpty()) {
            return away.isEmpty() ? "The clusters have no GPU that Slipway knows." : awaySentence(away);
        }
        return request.choice()
                .map(choice -> choiceRefused(options, choice))
                .orElseGet(() -> nothingFits(options, request) + (away.isEmpty() ? "" : " " + awaySentence(away)));
    }

    private static String choiceRefused(List<ShareOption> options, String choice) {
        return options.stream()
                .filter(option -> names(choice, option))
                .findFirst()
                .map(option -> "%s on %s: %s.".formatted(option.profile(), option.cluster(), option.reason()))
                .orElse("There is no share %s on these clusters.".formatted(choice));
    }

    private static String nothingFits(List<ShareOption> options, ShareRequest request) {
        var largest = options.stream()
                .max(java.util.Comparator.comparingLong(ShareOption::usableBytes))
                .orElseThrow();
        if (largest.usableBytes() < request.memoryBytes()) {
            return "No share is large enough: %s GiB needed, the largest (%s of an %s) has %s usable."
                    .formatted(
                            up(request.memoryBytes()),
                            largest.profile(),
                            largest.model().name(),
                            down(largest.usableBytes()));
        }
        return options.stream()
                .filter(option -> option.usableBytes() >= request.memoryBytes())
                .map(option -> "%s on %s: %s".formatted(option.profile(), option.cluster(), option.reason()))
                .collect(Collectors.joining("; ", "No share fits. ", "."));
    }

    private static String awaySentence(Map<ClusterId, String> away) {
        return away.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(ClusterId::value)))
                .map(entry -> "%s could not be asked: %s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String up(long bytes) {
        return gib(bytes, RoundingMode.CEILING);
    }

    private static String down(long bytes) {
        return gib(bytes, RoundingMode.FLOOR);
    }

    private static String gib(long bytes, RoundingMode rounding) {
        return BigDecimal.valueOf(bytes).divide(GIB, 1, rounding).toPlainString();
    }
}
