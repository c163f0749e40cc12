package dev.slipway.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Node;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ShareChooserTests {

    private static final ClusterId HAM = new ClusterId("ham-1");
    private static final ClusterId FRA = new ClusterId("fra-2");
    private static final Map<String, String> PRICES = Map.of(
            "H100 1g.10gb", "0.40",
            "H100 2g.20gb", "0.80",
            "H100 3g.40gb", "1.60",
            "H100 4g.40gb", "1.90",
            "A100-80 1/4", "0.50",
            "L4 whole", "0.60");

    private final PoolDiscovery discovery = new PoolDiscovery(DeviceModels.load());
    private final ShareChooser chooser = new ShareChooser((model, profile) ->
            Optional.ofNullable(PRICES.get(model + " " + profile)).map(Money::of));

    @Test
    void recommendsTheSmallestShareThatFitsAndSaysWhyTheOthersDoNot() {
        var offer = choose(List.of(Nodes.h100Mig("n01")), want(gib("33.9"), 1, true));

        assertThat(offer.chosen()).hasValueSatisfying(option -> {
            assertThat(option.profile()).isEqualTo("3g.40gb");
            assertThat(option.recommended()).isTrue();
            assertThat(option.slices()).isEqualTo(GpuSlices.of(4));
            assertThat(option.limits()).isEqualTo(Map.of("nvidia.com/mig-3g.40gb", "1"));
            assertThat(option.utilisation()).isEqualByComparingTo("0.9");
            assertThat(option.key()).isEqualTo("ham-1/h100-mig/3g.40gb");
        });
        assertThat(option(offer, "2g.20gb").reason()).isEqualTo("Too small: 33.9 GiB needed, 17.6 usable");
        assertThat(option(offer, "4g.40gb").fits()).isTrue();
    }

    @Test
    void refusesTurnsWhereNeighboursMustBeHeldApart() {
        var nodes = List.of(Nodes.a100Shared("n01"), Nodes.h100Mig("n02"));

        assertThat(choose(nodes, want(gib("10"), 1, false)).chosen()).hasValueSatisfying(option -> {
            assertThat(option.profile()).isEqualTo("1/4");
            assertThat(option.slices()).isEqualTo(GpuSlices.of(2));
            assertThat(option.utilisation()).isEqualByComparingTo("0.225");
        });
        var strict = choose(nodes, want(gib("10"), 1, true));
        assertThat(strict.chosen())
                .hasValueSatisfying(option -> assertThat(option.profile()).isEqualTo("2g.20gb"));
        assertThat(option(strict, "1/4").reason()).contains("neighbours");
    }

    @Test
    void takesWhatIsFreeBeforeWhatIsCheaper() {
        var full = Nodes.holding(Nodes.h100Mig("n01"), "nvidia.com/mig-3g.40gb", 7);

        assertThat(choose(List.of(full), want(gib("30"), 1, true)).chosen())
                .hasValueSatisfying(option -> assertThat(option.profile()).isEqualTo("4g.40gb"));
    }

    @Test
    void keepsAFullShareThatThePersonNames() {
        var full = Nodes.holding(Nodes.h100Mig("n01"), "nvidia.com/mig-3g.40gb", 7);
        var offer = choose(List.of(full), want(gib("30"), 1, true, "ham-1/h100-mig/3g.40gb"));

        assertThat(offer.chosen()).hasValueSatisfying(option -> {
            assertThat(option.profile()).isEqualTo("3g.40gb");
            assertThat(option.available()).isFalse();
            assertThat(option.reason()).contains("0 of 1 free now");
        });
    }

    @Test
    void choosesNothingWhenThePersonsChoiceIsTooSmall() {
        var offer = choose(List.of(Nodes.h100Mig("n01")), want(gib("30"), 1, true, "1g.10gb"));

        assertThat(offer.chosen()).isEmpty();
        assertThat(offer.problem()).hasValue("1g.10gb on ham-1: Too small: 30.0 GiB needed, 8.7 usable.");
    }

    @Test
    void saysHowMuchTheLargestShareHasWhenNoneIsLargeEnough() {
        var offer = choose(List.of(Nodes.l4("n01")), want(gib("65.3"), 1, true));

        assertThat(offer.chosen()).isEmpty();
        assertThat(offer.problem())
                .hasValue("No share is large enough: 65.3 GiB needed, the largest (whole of an L4) has 20.2 usable.");
    }

    @Test
    void offersNothingThatHasNoPrice() {
        var offer = choose(List.of(Nodes.l40s("n01")), want(gib("10"), 1, true));

        assertThat(offer.chosen()).isEmpty();
        assertThat(offer.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("no price"));
    }

    @Test
    void prefersTheClusterThatIsNamedFirstAmongEquals() {
        var pools = new ArrayList<NodePool>();
        pools.addAll(discovery.pools(FRA, List.of(Nodes.l4("n01"))));
        pools.addAll(discovery.pools(HAM, List.of(Nodes.l4("n01"))));

        var offer = chooser.choose(pools, want(gib("10"), 1, true), Map.of());
        assertThat(offer.chosen())
                .hasValueSatisfying(option -> assertThat(option.cluster()).isEqualTo(FRA));
    }

    @Test
    void namesTheClustersThatCouldNotBeAsked() {
        var offer = chooser.choose(List.of(), want(gib("10"), 1, true), Map.of(HAM, "no answer within 5 s"));

        assertThat(offer.problem()).hasValue("ham-1 could not be asked: no answer within 5 s");
    }

    @RepeatedTest(200)
    void whatIsChosenReallyFits(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var request = new ShareRequest(
                random.nextLong(90L << 30),
                1 + random.nextInt(9),
                random.nextBoolean(),
                EnumSet.allOf(Sharing.class),
                Optional.empty());
        var pools = discovery.pools(HAM, randomNodes(random));
        var offer = chooser.choose(pools, request, Map.of());

        offer.chosen().ifPresent(option -> {
            assertThat(option.memoryBytes() * 9).isGreaterThanOrEqualTo(request.memoryBytes() * 10 - 10);
            assertThat(!request.strictIsolation() || option.sharing().isStrict())
                    .isTrue();
            assertThat(option.hourly()).isGreaterThan(Money.ZERO);
            var pool = pools.stream()
                    .filter(candidate -> candidate.name().equals(option.pool()))
                    .findFirst()
                    .orElseThrow();
            assertThat(pool.offers().stream()
                            .filter(candidate -> candidate.profile().equals(option.profile()))
                            .mapToLong(NodePool.Offer::count)
                            .sum())
                    .isGreaterThanOrEqualTo(request.count());
        });
        assertThat(offer.chosen().isPresent()).isEqualTo(offer.problem().isEmpty());
        assertThat(offer.chosen().isPresent())
                .isEqualTo(offer.options().stream().anyMatch(ShareOption::fits));
        assertThat(chooser.choose(pools, request, Map.of())).isEqualTo(offer);
    }

    private static List<Node> randomNodes(Random random) {
        var nodes = new ArrayList<Node>();
        for (var number = 0; number < random.nextInt(6); number++) {
            nodes.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Nodes.h100Mig("n" + number);
                        case 1 ->
                            Nodes.holding(Nodes.a100Shared("n" + number), "nvidia.com/gpu.shared", random.nextInt(33));
                        case 2 -> Nodes.l4("n" + number);
                        default -> Nodes.away(Nodes.h100Mig("n" + number));
                    });
        }
        return nodes;
    }

    private ShareOffer choose(List<Node> nodes, ShareRequest request) {
        return chooser.choose(discovery.pools(HAM, nodes), request, Map.of());
    }

    private static ShareRequest want(long bytes, long count, boolean strict, String... choice) {
        return new ShareRequest(
                bytes,
                count,
                strict,
                EnumSet.allOf(Sharing.class),
                java.util.Arrays.stream(choice).findFirst());
    }

    private static ShareOption option(ShareOffer offer, String profile) {
        return offer.options().stream()
                .filter(option -> option.profile().equals(profile))
                .findFirst()
                .orElseThrow();
    }

    private static long gib(String amount) {
        return new BigDecimal(amount)
                .multiply(BigDecimal.valueOf(1L << 30))
                .toBigInteger()
                .longValueExact();
    }
}
