package dev.slipway.blueprint.conformity;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.slipway.blueprint.schema.Schema;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares values with the schema of their place. */
final class ShapeCheck {

    private final Findings findings;

    ShapeCheck(Findings findings) {
        this.findings = findings;
    }

    /**
     * Says where the value is none of the schema.
     *
     * @param name of the field that holds it, for people
     */
    void check(String name, Value value, Schema schema) {
        switch (value) {
            case Value.Choice choice -> choice.options().forEach(option -> check(name, option, schema));
            case Value.Optional optional -> check(name, optional.value(), schema);
            case Value.Written written -> {
                if (written.plain() != null) {
                    written(name, written, schema);
                }
            }
            case Value.Composed composed -> composed(name, composed, schema);
            case Value.Typed typed -> typed(name, typed.type(), typed, schema);
            case Value.Sequence sequence -> sequence(name, sequence, schema);
            case Value.Structure structure -> structure(name, structure, schema);
        }
    }

    private void written(String name, Value.Written written, Schema schema) {
        var plain = written.plain();
        switch (schema) {
            case Schema.Text text -> {
                if (!(plain instanceof String content)) {
                    wrongType(name, written, schema, Optional.of("\"%s\"".formatted(plain)));
                } else if (!text.choices().isEmpty() && !text.choices().contains(content)) {
                    findings.notAllowed(written.place(), name, content, text.choices());
                } else if (text.format().equals("byte") && !Forms.isBase64(content)) {
                    findings.malformed(written.place(), "'%s' must be base64.".formatted(name));
                }
            }
            case Schema.Whole whole -> {
                if (plain instanceof Long number) {
                    if (number < whole.least() || number > whole.most()) {
                        findings.malformed(
                                written.place(),
                                "'%s' must be from %d to %d.".formatted(name, whole.least(), whole.most()));
                    }
                } else {
                    var isNumber = plain instanceof String text && text.matches("-?[0-9]{1,18}");
                    wrongType(
                            name,
                            written,
                            schema,
                            Optional.of(String.valueOf(plain)).filter(text -> isNumber));
                }
            }
            case Schema.Truth ignored -> {
                if (!(plain instanceof Boolean)) {
                    var isTruth = plain instanceof String text && text.matches("true|false");
                    wrongType(
                            name,
                            written,
                            schema,
                            Optional.of(String.valueOf(plain)).filter(text -> isTruth));
                }
            }
            case Schema.Decimal ignored -> {
                if (!(plain instanceof Number)) {
                    wrongType(name, written, schema, Optional.empty());
                }
            }
            case Schema.WholeOrText ignored -> {
                if (!(plain instanceof Long || plain instanceof String)) {
                    wrongType(name, written, schema, Optional.empty());
                }
            }
            case Schema.Amount ignored -> {
                if (plain instanceof Boolean) {
                    wrongType(name, written, schema, Optional.empty());
                } else if (!Forms.isAmount(String.valueOf(plain))) {
                    noAmount(name, String.valueOf(plain), written.place());
                }
            }
            case Schema.Items ignored -> wrongType(name, written, schema, Optional.of("[%s]".formatted(plain)));
            case Schema.Entries ignored -> wrongType(name, written, schema, Optional.empty());
            case Schema.Fields ignored -> wrongType(name, written, schema, Optional.empty());
            case Schema.Anything ignored -> {}
        }
    }

    private void composed(String name, Value.Composed composed, Schema schema) {
        switch (schema) {
            case Schema.Text ignored -> {}
            case Schema.WholeOrText ignored -> {}
            case Schema.Anything ignored -> {}
            case Schema.Amount ignored -> {
                if (!composed.open() && !Forms.isAmount(composed.sample())) {
                    noAmount(name, composed.sample(), composed.place());
                }
            }
            default -> wrongType(name, composed, schema, Optional.empty());
        }
    }

    private void noAmount(String name, String written, Place place) {
        findings.malformed(place, "'%s' must be an amount like 500m or 4Gi, not '%s'.".formatted(name, written));
    }

    private void typed(String name, CelType type, Value value, Schema schema) {
        var kind = type.kind();
        if (kind == CelKind.DYN || kind == CelKind.ANY || kind == CelKind.TYPE_PARAM || kind == CelKind.NULL_TYPE) {
            return;
        }
        var fits = switch (schema) {
            case Schema.Text ignored -> kind == CelKind.STRING;
            case Schema.Whole ignored -> kind == CelKind.INT;
            case Schema.Truth ignored -> kind == CelKind.BOOL;
            case Schema.Decimal ignored -> kind == CelKind.INT || kind == CelKind.DOUBLE;
            case Schema.WholeOrText ignored -> kind == CelKind.INT || kind == CelKind.STRING;
            case Schema.Amount ignored -> kind == CelKind.INT || kind == CelKind.DOUBLE || kind == CelKind.STRING;
            case Schema.Items ignored -> kind == CelKind.LIST;
            case Schema.Entries ignored -> kind == CelKind.MAP || kind == CelKind.STRUCT;
            case Schema.Fields ignored -> kind == CelKind.MAP || kind == CelKind.STRUCT;
            case Schema.Anything ignored -> true;
        };
        if (!fits) {
            wrongType(name, value, schema, Optional.empty());
        } else if (type instanceof ListType list && schema instanceof Schema.Items items) {
            typed(name + "[]", list.elemType(), new Value.Typed(list.elemType(), value.place()), items.item());
        } else if (type instanceof MapType map && schema instanceof Schema.Entries entries) {
            typed(name + ".*", map.valueType(), new Value.Typed(map.valueType(), value.place()), entries.value());
        }
    }

    private void sequence(String name, Value.Sequence sequence, Schema schema) {
        if (schema instanceof Schema.Anything) {
            return;
        }
        if (!(schema instanceof Schema.Items items)) {
            wrongType(name, sequence, schema, Optional.empty());
            return;
        }
        for (var item : sequence.items()) {
            // A list has no gaps: what is null is left out of it.
            check(name + "[]", item, items.item());
        }
        switch (items.uniqueness()) {
            case NONE -> {}
            case WHOLE_ITEMS -> checkUnique(name, sequence);
            case BY_KEYS -> checkKeys(name, sequence, items);
        }
    }

    private void checkUnique(String name, Value.Sequence sequence) {
        var seen = new HashSet<String>();
        for (var item : sequence.items()) {
            View.of(item)
                    .source()
                    .filter(text -> !seen.add(text))
                    .ifPresent(
                            text -> findings.twice(item.place(), "'%s' stands twice in '%s'.".formatted(text, name)));
        }
    }

    private void checkKeys(String name, Value.Sequence sequence, Schema.Items items) {
        var seen = new HashSet<List<String>>();
        var defaulted = items.item() instanceof Schema.Fields fields ? fields.defaulted() : Set.<String>of();
        for (var item : sequence.items()) {
            var view = View.of(item);
            for (var key : items.keys()) {
                if (view.isThere() && view.get(key).isAbsent() && !defaulted.contains(key) && !isRequired(items, key)) {
                    findings.missing(
                            view.place(),
                            "'%s' is missing: by it the items of '%s' are told apart.".formatted(key, name));
                }
            }
            var identity = items.keys().stream()
                    .map(key -> identity(view.get(key), defaulted.contains(key)))
                    .flatMap(Optional::stream)
                    .toList();
            if (identity.size() == items.keys().size() && !seen.add(identity)) {
                findings.twice(
                        view.place(),
                        "'%s' has two items with the same %s: %s."
                                .formatted(
                                        name,
                                        String.join(" and ", items.keys()),
                                        String.join(", ", identity).strip()));
            }
        }
    }

    private static Optional<String> identity(View key, boolean isDefaulted) {
        if (key.isAbsent() && isDefaulted) {
            // The API server's own value; there is one such field only, and it is TCP.
            return Optional.of("TCP");
        }
        return key.plain().or(key::source);
    }

    private static boolean isRequired(Schema.Items items, String key) {
        return items.item() instanceof Schema.Fields fields && fields.required().contains(key);
    }

    private void structure(String name, Value.Structure structure, Schema schema) {
        switch (schema) {
            case Schema.Anything ignored -> {}
            case Schema.Entries entries ->
                structure.members().forEach((key, member) -> check(key, member.value(), entries.value()));
            case Schema.Fields fields -> {
                structure.members().forEach((key, member) -> field(key, member, fields));
                required(structure, fields);
            }
            default -> wrongType(name, structure, schema, Optional.empty());
        }
    }

    private void field(String name, Value.Member member, Schema.Fields owner) {
        var field = owner.field(name);
        if (field.isPresent()) {
            check(name, member.value(), field.get());
        } else if (!owner.open()) {
            var near = Suggestion.nearest(name, owner.fields().keySet());
            findings.unknown(
                    member.key(),
                    "%s has no field '%s'.%s"
                            .formatted(owner.shortName(), name, near.isEmpty() ? elsewhere(name, owner) : ""),
                    near);
        }
    }

    /** Where a field of that name would be right: mostly it is only indented wrongly. */
    private static String elsewhere(String name, Schema.Fields owner) {
        var owners = new TreeSet<String>();
        owner.fields().forEach((other, schema) -> {
            var within = schema instanceof Schema.Items items ? items.item() : schema;
            if (within instanceof Schema.Fields fields && fields.fields().containsKey(name)) {
                owners.add("'" + other + "'");
            }
        });
        return owners.isEmpty()
                ? ""
                : " It belongs below %s.".formatted(owners.stream().limit(3).collect(Collectors.joining(" or ")));
    }

    private void required(Value.Structure structure, Schema.Fields owner) {
        if (!structure.complete()) {
            return;
        }
        for (var name : owner.required()) {
            var member = structure.members().get(name);
            var isMisspelt = structure.members().keySet().stream()
                    .filter(written -> owner.field(written).isEmpty())
                    .anyMatch(written ->
                            Suggestion.nearest(written, owner.fields().keySet()).equals(Optional.of(name)));
            if (isMisspelt) {
                continue;
            }
            if (member == null || (member.value() instanceof Value.Written written && written.plain() == null)) {
                findings.missing(structure.place(), "%s needs '%s'.".formatted(owner.shortName(), name));
            }
        }
    }

    private void wrongType(String name, Value value, Schema schema, Optional<String> fix) {
        findings.wrongType(
                value.place(), "'%s' must be %s, not %s.".formatted(name, Words.of(schema), Words.of(value)), fix);
    }
}
