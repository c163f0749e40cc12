package dev.slipway.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gpu.Sharing;
import dev.slipway.provisioning.FakeInstances;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripsTests {

    @Test
    void eachOfSixSharesIsDrawn() {
        var strips = Strips.yours(share("3g.40gb", 6, 4), 1, "prod");

        assertThat(strips).hasSize(6);
        assertThat(strips.getLast().label()).isEqualTo("Your share 6 of 6: 3g.40gb of an H100");
        assertThat(strips)
                .allMatch(strip ->
                        strip.slices().stream().filter(GpuSliceView::own).count() == 1);
    }

    @Test
    void noMoreAreDrawnThanCanBeTakenIn() {
        assertThat(Strips.yours(share("1g.10gb", 40, 1), 1, "prod")).hasSize(8);
    }

    @Test
    void whatAPlanTakesIsDrawnOnceForEach() {
        var option = FakeInstances.option("3g.40gb", 4, "1.60", true);
        assertThat(Strips.yours(option, 2, 1, "prod"))
                .extracting(GpuStripView::label)
                .containsExactly(
                        "Your share 1 of 2: 3g.40gb of an H100 80 GB", "Your share 2 of 2: 3g.40gb of an H100 80 GB");
        assertThat(Strips.yours(option, 40, 1, "prod")).hasSize(8);
    }

    @Test
    void aShareTooNarrowForTheWordGoesWithout() {
        assertThat(label(share("1g.10gb", 1, 1))).isNull();
        assertThat(label(share("2g.20gb", 1, 2))).isEqualTo("yours");
    }

    @Test
    void whatIsAskedForIsNobodysYet() {
        assertThat(Strips.asked(share("3g.40gb", 2, 4)))
                .hasSize(2)
                .flatExtracting(GpuStripView::slices)
                .noneMatch(slice -> slice.own() || slice.team() != null);
    }

    private static @Nullable String label(InstanceView.Share share) {
        return Strips.yours(share, 1, "prod").getFirst().slices().getFirst().label();
    }

    private static InstanceView.Share share(String profile, long count, int slices) {
        return new InstanceView.Share("server", "H100", Sharing.MIG, profile, 0, count, slices, slices, 8);
    }
}
