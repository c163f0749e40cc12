package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.expression.FactValues;
import dev.slipway.blueprint.expression.Quantity;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates what an instance needs before it can be rendered. */
final class NeedsReader {

    private final Definition definition;
    private final Evaluation evaluation;
    private final Facts facts;

    NeedsReader(Definition definition, Evaluation evaluation, Facts facts) {
        this.definition = definition;
        this.evaluation = evaluation;
        this.facts = facts;
    }

    Needs read() {
        var shares = new ArrayList<Needs.ShareNeed>();
        definition.shares().forEach((name, share) -> share(name, share).ifPresent(shares::add));
        var weights = new ArrayList<Needs.WeightsNeed>();
        definition.weights().forEach((name, template) -> {
            // An empty name says that this time no model is needed.
            if (evaluation.value(template) instanceof String model && !model.isEmpty()) {
                weights.add(new Needs.WeightsNeed(name, model));
            }
        });
        return new Needs(List.copyOf(shares), List.copyOf(weights), secrets(definition, facts));
    }

    static List<Needs.SecretNeed> secrets(Definition definition, Facts facts) {
        return definition.secrets().entrySet().stream()
                .map(entry -> new Needs.SecretNeed(
                        entry.getKey(), FactValues.secretName(facts, entry.getKey()), entry.getValue()))
                .toList();
    }

    private Optional<Needs.ShareNeed> share(String name, Definition.Share share) {
        var count = evaluation.value(share.count()) instanceof Long number ? number : 0;
        if (count <= 0) {
            return Optional.empty();
        }
        var isolation = isolation(share);
        return Optional.of(
                new Needs.ShareNeed(name, memory(share), count, least(share, count), isolation, modes(share)));
    }

    private long least(Definition.Share share, long count) {
        var least = share.least();
        return least != null && evaluation.value(least) instanceof Long number ? Math.clamp(number, 0, count) : count;
    }

    private long memory(Definition.Share share) {
        var memory = evaluation.value(share.memory());
        try {
            var bytes = Quantity.bytes(memory);
            if (bytes > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw failure(share.memory(), "'%s' is no amount of memory.".formatted(memory));
        }
        throw failure(share.memory(), "A share needs some memory.");
    }

    private Needs.Isolation isolation(Definition.Share share) {
        var word = String.valueOf(evaluation.value(share.isolation()));
        for (var isolation : Needs.Isolation.values()) {
            if (isolation.name().toLowerCase(Locale.ROOT).equals(word)) {
                return isolation;
            }
        }
        throw failure(share.isolation(), "'%s' is neither strict nor shared.".formatted(word));
    }

    private List<String> modes(Definition.Share share) {
        @Nullable Template template = share.modes();
        if (template == null || !(evaluation.value(template) instanceof List<?> list)) {
            return List.of();
        }
        var modes = list.stream().map(String::valueOf).toList();
        if (!Needs.MODES.containsAll(modes)) {
            throw failure(template, "%s must be out of %s.".formatted(modes, Needs.MODES));
        }
        return modes;
    }

    private static EvaluationException failure(Template template, String message) {
        return new EvaluationException(Code.X001.text(), template.place().path(), message);
    }
}
