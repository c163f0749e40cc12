package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Output;
import dev.slipway.blueprint.Readiness;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.Rendering;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.rendering.Renderings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came out of rendering for a test, to be compared with what it expects. Empty answers mean that it is so. */
record Outcome(
        Definition definition,
        Renderings renderings,
        Map<String, Object> parameters,
        Facts facts,
        Rendering rendering) {

    private static final int LONGEST = 4_000;

    Optional<String> explain(TestCase.Expectation expectation) {
        return switch (expectation) {
            case TestCase.Absent absent -> absent(absent);
            case TestCase.Holds holds -> holds(holds);
            case TestCase.State state -> state(state);
        };
    }

    private Optional<String> absent(TestCase.Absent absent) {
        return find(absent.resource(), "")
                .map(resource -> "'%s' is rendered.%s".formatted(absent.resource(), shown(resource)));
    }

    private Optional<RenderedResource> find(String id, String key) {
        return rendering.resources().stream()
                .filter(resource -> resource.id().equals(id))
                .filter(resource -> key.isEmpty() || resource.key().equals(key))
                .findFirst();
    }

    private Optional<String> holds(TestCase.Holds holds) {
        var roots = new LinkedHashMap<String, Object>();
        roots.put("outputs", outputs());
        roots.put("claims", claims());
        var explanation = new Explanation(definition, parameters, facts);
        var named = holds.resource();
        if (named == null) {
            return explanation.of(holds.rule(), roots);
        }
        var resource = find(named, holds.key());
        if (resource.isEmpty()) {
            return Optional.of(
                    "'%s' is not rendered; rendered are %s.".formatted(named(named, holds.key()), rendered()));
        }
        roots.put("resource", resource.get().manifest());
        return explanation.of(holds.rule(), roots).map(failure -> failure + shown(resource.get()));
    }

    private static String named(String id, String key) {
        return key.isEmpty() ? id : id + " " + key;
    }

    private String rendered() {
        return rendering.resources().stream()
                .map(resource -> named(resource.id(), resource.key()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static String shown(RenderedResource resource) {
        var yaml = resource.yaml().stripTrailing();
        var shortened = yaml.length() > LONGEST ? yaml.substring(0, LONGEST) + "\n…" : yaml;
        return "\n  rendered %s:\n%s"
                .formatted(
                        named(resource.id(), resource.key()),
                        shortened.indent(4).stripTrailing());
    }

    private Map<String, Object> outputs() {
        var values = new LinkedHashMap<String, Object>();
        for (Output output : renderings.outputs(parameters, facts)) {
            var value = output.value();
            if (value != null) {
                values.put(output.name(), value);
            }
        }
        return values;
    }

    private Map<String, Object> claims() {
        var claims = rendering.claims();
        return Map.of(
                "cpuMillis", claims.cpuMillis(),
                "memoryBytes", claims.memoryBytes(),
                "storageBytes", claims.storageBytes(),
                "pods", claims.pods());
    }

    private Optional<String> state(TestCase.State expected) {
        var actual = state();
        var met = actual.state().equals(expected.state())
                && (expected.blocking().isEmpty() || expected.blocking().equals(actual.blocking()));
        return met
                ? Optional.empty()
                : Optional.of("Expected %s, but it is %s.%s"
                        .formatted(
                                because(expected.state(), expected.blocking()),
                                because(actual.state(), actual.blocking()),
                                actual.reason().isEmpty() ? "" : " " + actual.reason()));
    }

    private static String because(String state, String blocking) {
        return blocking.isEmpty() ? state : state + " because of " + blocking;
    }

    private record Actual(String state, String blocking, String reason) {}

    /** What failed counts before what is waited for; of several the first in their order. */
    private Actual state() {
        @Nullable Actual waits = null;
        var numbers = new LinkedHashMap<String, Integer>();
        for (var resource : rendering.resources()) {
            if (resource.id().startsWith("network-")) {
                continue;
            }
            var index = numbers.merge(resource.id(), 1, Integer::sum) - 1;
            var readiness = readiness(resource, index);
            if (readiness instanceof Readiness.Failed failed) {
                return new Actual("Failed", resource.id(), failed.reason());
            }
            if (readiness instanceof Readiness.Waiting waiting && waits == null) {
                waits = new Actual("Provisioning", resource.id(), waiting.reason());
            }
        }
        return waits == null ? new Actual("Ready", "", "") : waits;
    }

    /** Of a live object as the test gives it, put over what is rendered. */
    private Readiness readiness(RenderedResource resource, int index) {
        var live = live(facts.live().get(resource.id()), index);
        if (live == null) {
            return new Readiness.Waiting("It does not exist.");
        }
        var object = new LinkedHashMap<>(resource.manifest());
        object.putAll(GivenFacts.map(live));
        return renderings.readiness(resource.id(), object, parameters, facts);
    }

    /** A resource that stands for several has a list of live objects, in the order of their rendering. */
    private static @Nullable Object live(@Nullable Object given, int index) {
        if (given instanceof List<?> several) {
            return index < several.size() ? several.get(index) : null;
        }
        return given;
    }
}
