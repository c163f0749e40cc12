package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.RandomInstance;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DryRunNamespace;
import dev.slipway.cluster.Clusters;
import dev.slipway.kernel.ClusterId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever the schema and the validations of a certified blueprint let through can be rendered, and a real API server takes it,
 * asked as before a version is published. {@code -Dslipway.seed=N} begins with the instance of that seed.
 */
@ApiServerTest
class AnyParametersIT {

    private static final ClusterId HAMBURG = new ClusterId("ham-1");
    private static final long SEED = Long.getLong("slipway.seed", 4_000);
    private static final int INSTANCES = 200;
    private static final int AT_ONCE = 4;

    @Autowired
    Catalog catalog;

    @Autowired
    Clusters clusters;

    @Autowired
    DryRunNamespace namespace;

    private final Map<String, Blueprint> blueprints = new ConcurrentHashMap<>();

    /** What several instances have in common is shown once. */
    private final Set<Map<String, Object>> asked = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void guard() {
        namespace.guard(HAMBURG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ci-test-environment",
                "fine-tune-job",
                "inference-endpoint",
                "kserve-inference-service",
                "nim-endpoint",
                "rag-stack",
                "secure-assistant"
            })
    void whatIsAllowedIsRenderedAndTaken(String name) throws InterruptedException, ExecutionException {
        var served = clusters.connect(HAMBURG).capabilities().apis();
        var blueprint = blueprint(name);

        var failures = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var tasks = LongStream.range(SEED, SEED + INSTANCES)
                    .<Callable<List<String>>>mapToObj(
                            seed -> () -> problems(RandomInstance.of(blueprint, seed, served, this::blueprint)))
                    .toList();
            for (var problems : threads.invokeAll(tasks)) {
                failures.addAll(problems.get());
            }
        }

        assertThat(failures).isEmpty();
    }

    private List<String> problems(RandomInstance instance) {
        try {
            var resources = instance.render().resources();
            assertThat(resources).isNotEmpty().noneMatch(RenderedResource::isWaiting);
            return resources.stream()
                    .map(RenderedResource::manifest)
                    .filter(asked::add)
                    .flatMap(manifest -> namespace.refusals(HAMBURG, manifest).stream())
                    .map(refusal -> "%s%n    %s".formatted(refusal, instance))
                    .toList();
        } catch (EvaluationException failed) {
            return List.of("It cannot be rendered: %s%n    %s".formatted(failed.getMessage(), instance));
        }
    }

    private Blueprint blueprint(String name) {
        return blueprints.computeIfAbsent(
                name, wanted -> catalog.latest(wanted).orElseThrow().blueprint());
    }
}
