package dev.slipway.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.DeletionPolicy;
import dev.slipway.blueprint.RenderedResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceGraphTests {

    private static final RenderedResource SERVER = resource("server", "", 1, "config", "volume");
    private static final RenderedResource CONFIG = resource("config", "", 0);
    private static final RenderedResource VOLUME = resource("volume", "2", 0);

    @Test
    void objectsStandInTheOrderOfTheirWaves() {
        var graph = ResourceGraph.of(List.of(SERVER, CONFIG, VOLUME));
        assertThat(graph.nodes()).extracting(ResourceGraph.Node::name).containsExactly("config", "volume 2", "server");
        assertThat(graph.nodes()).extracting(ResourceGraph.Node::wave).containsExactly(1, 1, 2);
        assertThat(graph.waves()).isEqualTo(2);
    }

    @Test
    void whoWaitsForWhomIsDrawnAndSaid() {
        var graph = ResourceGraph.of(List.of(SERVER, CONFIG, VOLUME));
        assertThat(graph.nodes().getLast().after()).isEqualTo("config, volume");
        assertThat(graph.edges())
                .extracting(ResourceGraph.Edge::path)
                .containsExactlyInAnyOrder("M56 19C24 19 24 95 50 95", "M56 57C33 57 33 95 50 95");
    }

    @Test
    void whatIsNotRenderedIsWaitedForByNobody() {
        assertThat(ResourceGraph.of(List.of(SERVER)).edges()).isEmpty();
    }

    private static RenderedResource resource(String id, String key, int wave, String... after) {
        return new RenderedResource(
                id,
                key,
                wave,
                Set.of(after),
                Map.of("kind", "ConfigMap"),
                Set.of(),
                Duration.ofMinutes(1),
                DeletionPolicy.DELETE);
    }
}
