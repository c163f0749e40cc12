package dev.slipway.blueprint.completion;

import dev.slipway.blueprint.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Walks the schema of a kind. */
final class Shapes {

    private Shapes() {}

    static Optional<Schema> at(Schema schema, List<String> path) {
        Optional<Schema> here = Optional.of(schema);
        for (var step : path) {
            here = here.flatMap(found -> step(found, step));
        }
        return here;
    }

    static Optional<Schema> step(Schema schema, String step) {
        return switch (schema) {
            case Schema.Fields fields -> fields.field(step);
            case Schema.Items items -> Optional.of(items.item());
            case Schema.Entries entries -> Optional.of(entries.value());
            default -> Optional.empty();
        };
    }

    static List<Proposal> fields(Schema schema) {
        return schema instanceof Schema.Fields fields
                ? fields.fields().entrySet().stream()
                        .map(field -> Proposal.field(
                                field.getKey(),
                                detail(field.getValue(), fields.required().contains(field.getKey()))))
                        .toList()
                : List.of();
    }

    private static String detail(Schema schema, boolean required) {
        return required ? words(schema) + ", required" : words(schema);
    }

    static String words(Schema schema) {
        return switch (schema) {
            case Schema.Text ignored -> "text";
            case Schema.Whole ignored -> "whole number";
            case Schema.Decimal ignored -> "number";
            case Schema.Truth ignored -> "true or false";
            case Schema.WholeOrText ignored -> "whole number or text";
            case Schema.Amount ignored -> "amount";
            case Schema.Items items -> "list of " + words(items.item());
            case Schema.Entries ignored -> "mapping";
            case Schema.Fields fields -> fields.shortName();
            case Schema.Anything ignored -> "anything";
        };
    }
}
