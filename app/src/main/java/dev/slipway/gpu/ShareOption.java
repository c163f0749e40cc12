package dev.slipway.gpu;

import dev.slipway.blueprint.Facts;
import dev.slipway.cost.GpuNeed;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One way to give a pod a part of a GPU, whether it fits or not.
 *
 * @param pool name of the node pool
 * @param profile {@code whole}, {@code 3g.40gb} or {@code 1/4}
 * @param memoryBytes of one share
 * @param usableBytes what a pod may count on: the memory without the reserve
 * @param utilisation the part of the memory which the pod sees on its device that it may take, for engines that want to be
 *     told: {@code 0.9}, or {@code 0.225} of a GPU that four share in turn
 * @param memorySlices columns it takes when drawn, of {@code model.memorySlices()}
 * @param slices of quota for one share
 * @param limits for the container: resource to quantity
 * @param tolerations key, operator and effect for the pod
 * @param hourly price of one share
 * @param free how many are free at present
 * @param fits whether it is large enough, isolated enough and in the price book
 * @param available whether as many as wanted are free at present
 * @param reason why it fits or not, in a few words with the figure that decides
 */
public record ShareOption(
        ClusterId cluster,
        String pool,
        DeviceModel model,
        Sharing sharing,
        String profile,
        long memoryBytes,
        long usableBytes,
        BigDecimal utilisation,
        int memorySlices,
        int computeSlices,
        GpuSlices slices,
        Map<String, String> limits,
        Map<String, String> nodeSelector,
        List<Map<String, String>> tolerations,
        Money hourly,
        long free,
        boolean fits,
        boolean available,
        String reason,
        boolean recommended) {

    public ShareOption {
        limits = Map.copyOf(limits);
        nodeSelector = Map.copyOf(nodeSelector);
        tolerations = List.copyOf(tolerations);
    }

    /** Names this option among those of all clusters: {@code ham-1/h100-mig/3g.40gb}. */
    public String key() {
        return cluster.value() + "/" + pool + "/" + profile;
    }

    ShareOption withRecommendation(String why) {
        return new ShareOption(
                cluster,
                pool,
                model,
                sharing,
                profile,
                memoryBytes,
                usableBytes,
                utilisation,
                memorySlices,
                computeSlices,
                slices,
                limits,
                nodeSelector,
                tolerations,
                hourly,
                free,
                fits,
                available,
                why,
                true);
    }

    /** For the blueprint's expressions. */
    public Facts.Share facts(long count) {
        List<Map<String, Object>> tolerated =
                tolerations.stream().<Map<String, Object>>map(Map::copyOf).toList();
        return new Facts.Share(
                model.name(),
                sharing.word(),
                profile,
                memoryBytes,
                count,
                sharing.isStrict() ? "strict" : "shared",
                limits,
                nodeSelector,
                tolerated,
                Map.of(),
                null,
                null,
                utilisation.toPlainString());
    }

    /** For quota: so many of this share. */
    public Amounts amounts(long count) {
        return Amounts.ofGpu(model.name(), slices.times(count));
    }

    /** For the price: so many of this share. */
    public GpuNeed need(long count) {
        return new GpuNeed(model.name(), profile, count);
    }
}
