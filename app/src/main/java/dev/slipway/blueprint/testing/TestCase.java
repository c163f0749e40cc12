package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.source.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One test of a blueprint.
 *
 * @param given what differs from the facts that stand in
 * @param refusal the error that the parameters must give; if there is one, nothing is rendered
 */
public record TestCase(
        String name,
        Place place,
        Map<String, Object> parameters,
        Map<String, Object> given,
        List<Expectation> expectations,
        @Nullable Refusal refusal) {

    /** What must come out. */
    public sealed interface Expectation {}

    /** Something that must hold; of an object, if a resource is named. */
    public record Holds(@Nullable String resource, String key, Expression rule) implements Expectation {}

    /** A resource that must not be rendered. */
    public record Absent(String resource) implements Expectation {}

    /** The state that follows from live objects, and the resource that is the reason; empty text for any. */
    public record State(String state, String blocking) implements Expectation {}

    /** An error at a parameter, with this in its message. */
    public record Refusal(String path, String message) {}
}
