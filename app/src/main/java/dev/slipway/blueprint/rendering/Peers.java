package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a resource sees of the others. A field that the blueprint itself says is known at once; anything else only when
 * the cluster has told, and until then whoever reads it waits.
 */
final class Peers {

    /** Not all that an expression reads is there yet. */
    static final class NotThereException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Set<String> ids;

        NotThereException(Set<String> ids) {
            super("waits", null, false, false);
            this.ids = Set.copyOf(ids);
        }

        Set<String> ids() {
            return ids;
        }
    }

    private final Evaluation evaluation;
    private final Facts facts;
    private final Map<String, Object> rendered = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Set<String> all;

    Peers(Evaluation evaluation, Facts facts, Set<String> all) {
        this.evaluation = evaluation;
        this.facts = facts;
        this.all = all;
    }

    /** From now on known: an object, or a list of objects for a resource with forEach. */
    void add(String id, Object manifest) {
        rendered.put(id, manifest);
    }

    /** From now on known not to be there. */
    void leaveOut(String id) {
        leftOut.add(id);
    }

    /** Whether the answer can be told from the blueprint alone. */
    boolean isKnown(Expression expression) {
        return expression.references().stream().filter(this::isPeer).allMatch(this::isSettled);
    }

    @Nullable
    Object value(Expression expression, Map<String, ?> locals) throws NotThereException {
        var peers = new HashMap<String, Object>(locals);
        var live = new HashSet<String>();
        for (var reference : expression.references()) {
            if (isPeer(reference) && !isSettled(reference)) {
                live.add(reference.root());
            }
        }
        for (var reference : expression.references()) {
            var id = reference.root();
            if (isPeer(reference) && !leftOut.contains(id)) {
                var value = live.contains(id) ? facts.live().get(id) : rendered.get(id);
                if (value == null) {
                    throw new NotThereException(Set.of(id));
                }
                peers.put(id, value);
            }
        }
        var unsure = absent(expression);
        unsure.addAll(live);
        if (unsure.isEmpty()) {
            return evaluation.value(expression, peers);
        }
        try {
            return evaluation.valueIfThere(expression, peers);
        } catch (Expression.MissingException e) {
            throw new NotThereException(unsure);
        }
    }

    /** What was left out and may yet be read, if the expression does not ask first. */
    private Set<String> absent(Expression expression) {
        return expression.references().stream()
                .map(Reference::root)
                .filter(leftOut::contains)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isSettled(Reference reference) {
        return leftOut.contains(reference.root()) || isRendered(reference);
    }

    private boolean isPeer(Reference reference) {
        return all.contains(reference.root());
    }

    private boolean isRendered(Reference reference) {
        @Nullable Object at = rendered.get(reference.root());
        for (var step : reference.path()) {
            at = step(at, step);
        }
        return at != null && !reference.path().isEmpty();
    }

    private static @Nullable Object step(@Nullable Object from, String step) {
        if (from instanceof Map<?, ?> map) {
            return map.get(step);
        }
        return from instanceof List<?> list ? item(list, step) : null;
    }

    private static @Nullable Object item(List<?> list, String step) {
        var isIndex = step.length() < 6 && !step.isEmpty() && step.chars().allMatch(Character::isDigit);
        return isIndex && Integer.parseInt(step) < list.size() ? list.get(Integer.parseInt(step)) : null;
    }
}
