package dev.slipway.model;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fills the registry with well-known models, once. */
@Component
@Order(10)
@ConditionalOnBooleanProperty("slipway.model.examples")
class ExampleModels implements ApplicationRunner {

    private final ModelRepository models;
    private final InstantSource clock;

    ExampleModels(ModelRepository models, InstantSource clock) {
        this.models = models;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/model/example-models.json"))) {
            JsonMapper.shared()
                    .readValue(file, new TypeReference<List<Example>>() {})
                    .forEach(this::add);
        }
    }

    private void add(Example example) {
        if (!models.existsById(new Model.Key(example.name(), example.version()))) {
            models.saveAndFlush(new Model(example, clock.instant()));
        }
    }

    record Example(
            String name,
            String version,
            String title,
            String path,
            String digest,
            String licence,
            String kind,
            long weightsBytes,
            long parameters,
            long kvBytesPerToken,
            long contextLength,
            String quantisation,
            int dimensions,
            String description) {}
}
