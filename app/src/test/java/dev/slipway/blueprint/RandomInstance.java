package dev.slipway.blueprint;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An instance by chance: parameters that its blueprint's schema and validations allow, somewhere where they do.
 *
 * @param parameters as they were checked
 * @param facts with shares and weights
 */
public record RandomInstance(Blueprint blueprint, long seed, Map<String, Object> parameters, Facts facts) {

    private static final int TRIES = 100;
    private static final int AT_ONE_PLACE = 10;

    /**
     * The same one for the same seed; neighbouring seeds make instances of one name in one place, which therefore have objects in
     * common.
     *
     * @param served what the cluster offers at most, as {@code apps/v1/Deployment}
     * @param catalogue the blueprint of a name, for instances that parameters name
     */
    public static RandomInstance of(
            Blueprint blueprint, long seed, Set<String> served, Function<String, Blueprint> catalogue) {
        var places = new SplittableRandom(seed / AT_ONE_PLACE);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < TRIES; i++) {
            var facts = new RandomFacts(places, served).next(blueprint);
            for (var other : neighbours(blueprint)) {
                facts = places.nextBoolean()
                        ? new RandomFacts(places, served).beside(facts, catalogue.apply(other))
                        : facts;
            }
            var parameters = new RandomParameters(blueprint, facts, random).next();
            if (parameters.isPresent()) {
                var needs = blueprint.needs(parameters.get(), facts);
                var placed = new RandomFacts(random, served).placed(facts, needs);
                return new RandomInstance(blueprint, seed, parameters.get(), placed);
            }
        }
        throw new IllegalStateException("no instance of %s with seed %d"
                .formatted(blueprint.descriptor().name(), seed));
    }

    public Rendering render() {
        return blueprint.render(parameters, facts);
    }

    /** Blueprints of which parameters name an instance. */
    private static Set<String> neighbours(Blueprint blueprint) {
        return blueprint.form().fields().stream()
                .filter(field -> "instances".equals(field.source()))
                .map(field -> Objects.requireNonNull(field.sourceFilter().get("blueprint")))
                .map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that it takes to see it again. */
    @Override
    public String toString() {
        return "%s with seed %d: parameters %s of %s as %s in %s on a cluster with %s, registry %s, encrypted class '%s', shares %s"
                .formatted(
                        blueprint.descriptor().name(),
                        seed,
                        parameters,
                        facts.team(),
                        facts.metadata().name(),
                        facts.environment(),
                        facts.cluster().features(),
                        facts.cluster().registry().address(),
                        facts.cluster().encryptedStorageClass(),
                        facts.shares());
    }
}
