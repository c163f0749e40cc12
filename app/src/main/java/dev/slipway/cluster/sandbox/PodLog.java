package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pod's containers would have written by now. */
final class PodLog {

    /** Annotation of a pod that fetches weights: how many bytes. */
    private static final String BYTES = "slipway.dev/weights-bytes";

    private final Entity pod;
    private final Map<String, Object> container;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();

    private PodLog(Entity pod, Map<String, Object> container, Instant now) {
        this.pod = pod;
        this.container = container;
        this.now = now;
    }

    static List<String> of(Entity pod, @Nullable String name, Instant now) {
        var containers = new ArrayList<>(Tree.maps(pod.spec(), "containers"));
        containers.addAll(Tree.maps(pod.spec(), "initContainers"));
        var container = containers.stream()
                .filter(found -> name == null || Tree.text(found, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> new ClusterException.Invalid(
                        "container %s is not valid for pod %s".formatted(name, pod.name()), List.of()));
        if (Tree.text(pod.spec(), "nodeName").isEmpty()) {
            return List.of();
        }
        var log = new PodLog(pod, container, now);
        log.write();
        return log.lines;
    }

    private void write() {
        var status = Tree.maps(pod.status(), "containerStatuses").stream()
                .filter(found -> Tree.text(found, "name").equals(Tree.text(container, "name")))
                .findFirst()
                .orElse(Map.of());
        var running = Tree.text(status, "state", "running", "startedAt");
        var ended = Tree.text(status, "state", "terminated", "reason");
        var crashed = Tree.text(status, "lastState", "terminated", "reason");
        if (!crashed.isEmpty()) {
            crash(crashed);
        } else if (running.isEmpty() && ended.isEmpty()) {
            throw new ClusterException.NotStarted("container \"%s\" in pod \"%s\" is waiting to start: %s"
                    .formatted(
                            Tree.text(container, "name"), pod.name(), Tree.text(status, "state", "waiting", "reason")));
        } else if (fetchesWeights()) {
            fetch(running.isEmpty() ? now.minusSeconds(60) : Instant.parse(running), ended);
        } else if (Tree.text(container, "image").contains("vllm")) {
            vllm(Tree.flag(status, "ready"));
        } else {
            lines.add("%s started".formatted(Tree.text(container, "name")));
            if (!ended.isEmpty()) {
                lines.add("done");
            }
        }
    }

    private boolean fetchesWeights() {
        return !pod.annotation(BYTES).isEmpty()
                || Tree.text(container, "name").contains("fetch")
                || Tree.text(container, "name").contains("weights");
    }

    private void fetch(Instant start, String ended) {
        var total = pod.annotation(BYTES).isEmpty() ? 16_060_522_240L : Long.parseLong(pod.annotation(BYTES));
        var steps =
                ended.isEmpty() ? Math.min(9, 1 + Duration.between(start, now).toSeconds() * 2) : 10;
        for (var step = 1; step <= steps; step++) {
            lines.add("fetched %d of %d bytes".formatted(total / 10 * step + (step == 10 ? total % 10 : 0), total));
        }
        if (!ended.isEmpty()) {
            lines.add("digest verified");
        }
    }

    private void vllm(boolean ready) {
        lines.add("INFO [api_server.py] vLLM API server version " + version());
        lines.add("INFO [api_server.py] args: " + String.join(" ", arguments()));
        lines.add("INFO [gpu_model_runner.py] Starting to load model %s ...".formatted(model()));
        lines.add("Loading safetensors checkpoint shards: 100% Completed | 4/4");
        if (ready) {
            lines.add("INFO [api_server.py] Starting vLLM API server 0 on http://0.0.0.0:8000");
            lines.add("INFO:     Application startup complete.");
        }
    }

    private String version() {
        var image = Tree.text(container, "image");
        var tag = image.substring(image.lastIndexOf(':') + 1);
        return tag.startsWith("v") ? tag.substring(1) : tag;
    }

    private List<String> arguments() {
        return Tree.list(container, "args").stream().map(String::valueOf).toList();
    }

    private String model() {
        var arguments = arguments();
        var named = arguments.indexOf("--served-model-name");
        return named >= 0 && named + 1 < arguments.size()
                ? arguments.get(named + 1)
                : arguments.stream().findFirst().orElse("");
    }

    private void crash(String reason) {
        lines.add("INFO [api_server.py] starting");
        if (reason.equals("OOMKilled")) {
            lines.add("INFO [gpu_model_runner.py] Starting to load model ...");
        } else {
            lines.add("Traceback (most recent call last):");
            lines.add("RuntimeError: the configured failure of this sandbox pod");
        }
    }
}
