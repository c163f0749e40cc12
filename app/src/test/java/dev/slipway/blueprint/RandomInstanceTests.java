package dev.slipway.blueprint;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in for anybody's parameters is as different as those can be, and all of it can be rendered. */
class RandomInstanceTests {

    private static final int CASES = 200;
    private static final Set<String> SERVED = Set.of("monitoring.coreos.com/v1/PodMonitor");
    private static final Map<String, Blueprint> CATALOGUE = catalogue();

    static Stream<String> blueprints() {
        return CATALOGUE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void allThatIsAllowedCanBeRendered(String name) {
        var failures = new ArrayList<String>();
        instances(name).forEach(instance -> {
            try {
                assertThat(instance.render().resources()).isNotEmpty();
                instance.blueprint().outputs(instance.parameters(), instance.facts());
            } catch (EvaluationException failed) {
                failures.add("%s: %s".formatted(instance, failed.getMessage()));
            }
        });

        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void theyGoAsFarAsTheSchemaAllows(String name) {
        var instances = instances(name).toList();

        assertThat(instances.stream().map(RandomInstance::parameters).distinct())
                .hasSizeGreaterThan(CASES * 9 / 10);
        blueprint(name).form().fields().forEach(field -> {
            var seen = instances.stream()
                    .map(instance -> String.valueOf(instance.parameters().get(field.name())))
                    .collect(Collectors.toSet());
            assertThat(seen).as(field.name()).hasSizeGreaterThan(1).containsAll(extremes(field));
            var longest = field.maxLength();
            if (longest != null) {
                assertThat(seen).as(field.name()).anyMatch(text -> text.length() == longest);
            }
        });
    }

    @Test
    void theSameSeedMakesTheSameInstance() {
        assertThat(instance("rag-stack", 7)).isEqualTo(instance("rag-stack", 7));
    }

    @Test
    void namesReachTheirGreatestLengthAndNoMore() {
        assertThat(instances("inference-endpoint")
                        .map(instance -> instance.facts().metadata().name().length()))
                .contains(1, 40)
                .allMatch(length -> length <= 40);
    }

    /** Choices, bounds, and nothing where nothing need be given. */
    private static List<String> extremes(FormField field) {
        var extremes = new ArrayList<String>();
        field.choices().forEach(choice -> extremes.add(choice.value()));
        Stream.of(field.minimum(), field.maximum())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .forEach(extremes::add);
        if (!field.required() && field.defaultValue() == null) {
            extremes.add("null");
        }
        return extremes;
    }

    private static Stream<RandomInstance> instances(String name) {
        return LongStream.range(0, CASES).mapToObj(seed -> instance(name, seed));
    }

    private static RandomInstance instance(String name, long seed) {
        return RandomInstance.of(blueprint(name), seed, SERVED, RandomInstanceTests::blueprint);
    }

    private static Blueprint blueprint(String name) {
        return Objects.requireNonNull(CATALOGUE.get(name));
    }

    private static Map<String, Blueprint> catalogue() {
        try (var names = TemplatesCatalogTests.blueprints()) {
            return names.collect(toUnmodifiableMap(Function.identity(), TemplatesCatalogTests::blueprint));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
