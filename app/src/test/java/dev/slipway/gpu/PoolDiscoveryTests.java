package dev.slipway.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Node;
import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolDiscoveryTests {

    private final PoolDiscovery discovery = new PoolDiscovery(DeviceModels.load());

    @Test
    void findsSlicesWhereEachProfileHasAResourceOfItsOwn() {
        var pool = only(Nodes.h100Mig("n01"), Nodes.h100Mig("n02"));

        assertThat(pool.name()).isEqualTo("h100-mig");
        assertThat(pool.sharing()).isEqualTo(Sharing.MIG);
        assertThat(pool.gpus()).isEqualTo(16);
        assertThat(pool.offers())
                .extracting(NodePool.Offer::profile)
                .containsExactly("1g.10gb", "2g.20gb", "3g.40gb", "4g.40gb");
        assertThat(pool.offers().get(2)).satisfies(offer -> {
            assertThat(offer.resource()).isEqualTo("nvidia.com/mig-3g.40gb");
            assertThat(offer.count()).isEqualTo(14);
            assertThat(offer.memoryBytes()).isEqualTo(40448L << 20);
        });
        assertThat(pool.nodeSelector()).containsEntry("nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3");
        assertThat(pool.tolerations())
                .containsExactly(Map.of("key", "nvidia.com/gpu", "operator", "Exists", "effect", "NoSchedule"));
    }

    @Test
    void findsTurnsUnderTheirOwnName() {
        var pool = only(Nodes.a100Shared("n01"));

        assertThat(pool.name()).isEqualTo("a100-80-shared-4");
        assertThat(pool.gpus()).isEqualTo(8);
        assertThat(pool.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.profile()).isEqualTo("1/4");
            assertThat(offer.resource()).isEqualTo("nvidia.com/gpu.shared");
            assertThat(offer.memoryBytes()).isEqualTo(20480L << 20);
        });
        assertThat(pool.nodeSelector()).containsEntry("nvidia.com/gpu.replicas", "4");
    }

    @Test
    void findsTurnsThatGoByTheNameOfWholeGpus() {
        var renamed = Nodes.labelled(Nodes.a100Shared("n01"), "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB-SHARED");
        var pool = only(Nodes.offering(renamed, Map.of("nvidia.com/gpu", "32")));

        assertThat(pool.sharing()).isEqualTo(Sharing.TIME_SLICED);
        assertThat(pool.sharers()).isEqualTo(4);
        assertThat(pool.offers().getFirst().resource()).isEqualTo("nvidia.com/gpu");
    }

    @Test
    void findsSlicesThatGoByTheNameOfWholeGpus() {
        var cut = Nodes.labelled(Nodes.h100Mig("n01"), "nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3-MIG-1g.10gb");
        var pool = only(Nodes.offering(cut, Map.of("nvidia.com/gpu", "56")));

        assertThat(pool.sharing()).isEqualTo(Sharing.MIG);
        assertThat(pool.gpus()).isEqualTo(8);
        assertThat(pool.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.profile()).isEqualTo("1g.10gb");
            assertThat(offer.count()).isEqualTo(56);
        });
    }

    @Test
    void keepsL4AndL40sApart() {
        assertThat(pools(Nodes.l4("n01"), Nodes.l40s("n02")))
                .extracting(pool -> pool.model().name())
                .containsExactlyInAnyOrder("L4", "L40S");
    }

    @Test
    void countsWhatPodsAskedForAndLeavesOutNodesThatTakeNone() {
        var pool = only(
                Nodes.holding(Nodes.l4("n01"), "nvidia.com/gpu", 3),
                Nodes.away(Nodes.l4("n02")),
                Nodes.tainted(Nodes.l4("n03"), "reserved"));

        assertThat(pool.nodes()).hasSize(3);
        assertThat(pool.offers().getFirst().count()).isEqualTo(4);
        assertThat(pool.offers().getFirst().free()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfNodesWithoutGpusOrWithUnknownOnes() {
        var strange = Nodes.labelled(Nodes.l4("n01"), "nvidia.com/gpu.product", "NVIDIA-L4000");
        var none = new Node("n02", true, Map.of(), List.of(), Map.of("cpu", "8"), Map.of());

        assertThat(pools(strange, none)).isEmpty();
    }

    private NodePool only(Node... nodes) {
        return assertThat(pools(nodes)).singleElement().actual();
    }

    private List<NodePool> pools(Node... nodes) {
        return discovery.pools(new ClusterId("ham-1"), List.of(nodes));
    }
}
