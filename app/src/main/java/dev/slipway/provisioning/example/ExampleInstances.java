package dev.slipway.provisioning.example;

import dev.slipway.access.People;
import dev.slipway.cluster.Clusters;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Launches what the people of the demo would have launched, the way they would have, and keeps nobody waiting for it. Each
 * is launched once: who deletes one has seen the last of it. Nothing is launched where a cluster is a real one.
 */
@Component
@ConditionalOnBooleanProperty("slipway.provisioning.examples")
class ExampleInstances {

    private static final Logger LOG = LoggerFactory.getLogger(ExampleInstances.class);

    private final Instances instances;
    private final People people;
    private final Clusters clusters;

    ExampleInstances(Instances instances, People people, Clusters clusters) {
        this.instances = instances;
        this.people = people;
        this.clusters = clusters;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        if (clusters.all().stream().allMatch(cluster -> cluster.kind().equals("sandbox"))) {
            Thread.ofVirtual().name("example-instances").start(() -> read().forEach(this::launch));
        }
    }

    private static List<ExampleInstance> read() {
        try (var file = Objects.requireNonNull(
                ExampleInstances.class.getResourceAsStream("/provisioning/example-instances.json"))) {
            return JsonMapper.shared().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch(ExampleInstance example) {
        try {
            var caller = people.caller(example.who()).orElseThrow();
            if (instances.submit(caller, example.form(), example.submissionKey())
                    instanceof Submission.Refused refused) {
                LOG.warn(
                        "{} is not launched: {}", example.name(), refused.plan().verdict());
            }
        } catch (RuntimeException failed) {
            LOG.warn("{} is not launched", example.name(), failed);
        }
    }
}
