package dev.slipway.catalog.web;

import dev.slipway.blueprint.RenderedResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The objects of a rendering below each other in the order in which they are applied, with a curve from each to those it
 * waits for. Drawn by the page; all measures are in pixels.
 */
record ResourceGraph(List<Node> nodes, List<Edge> edges, int height) {

    private static final int ROW = 38;
    private static final int BOX = 30;
    private static final int LEFT = 56;

    /**
     * @param after names of those it waits for, as read out
     */
    record Node(String name, String kind, int wave, String after, int y) {

        public int middle() {
            return y + BOX / 2;
        }
    }

    /** A curve to the left of the boxes. */
    record Edge(String path) {}

    static ResourceGraph of(List<RenderedResource> resources) {
        var ordered = resources.stream()
                .sorted(Comparator.comparingInt(RenderedResource::wave))
                .toList();
        var rows = new HashMap<String, Integer>();
        for (int i = 0; i < ordered.size(); i++) {
            rows.putIfAbsent(ordered.get(i).id(), i);
        }
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < ordered.size(); i++) {
            var resource = ordered.get(i);
            var after = resource.dependsOn().stream().sorted().collect(Collectors.joining(", "));
            nodes.add(new Node(resource.label(), resource.kind(), resource.wave() + 1, after, i * ROW + 4));
            for (var before : resource.dependsOn()) {
                if (rows.containsKey(before)) {
                    edges.add(edge(rows.get(before), i));
                }
            }
        }
        return new ResourceGraph(nodes, edges, ordered.size() * ROW);
    }

    public int waves() {
        return (int) nodes.stream().mapToInt(Node::wave).distinct().count();
    }

    private static Edge edge(int from, int to) {
        var start = from * ROW + 4 + BOX / 2;
        var end = to * ROW + 4 + BOX / 2;
        var reach = Math.max(6, LEFT - 14 - 9 * Math.abs(to - from));
        return new Edge(String.format(
                Locale.ROOT, "M%d %dC%d %d %d %d %d %d", LEFT, start, reach, start, reach, end, LEFT - 6, end));
    }
}
