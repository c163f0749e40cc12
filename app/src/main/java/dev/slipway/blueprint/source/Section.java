package dev.slipway.blueprint.source;

import dev.slipway.blueprint.source.YamlNode.Mapping;
import dev.slipway.blueprint.source.YamlNode.Scalar;
import dev.slipway.blueprint.source.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping that is read field by field, says what is missing or wrong, and at the end what it does not know. */
public final class Section {

    /** Of anything that is read one by one. */
    private static final int MOST = 200;

    private final Mapping mapping;
    private final Diagnostics diagnostics;
    private final Set<String> known = new HashSet<>();

    public Section(Mapping mapping, Diagnostics diagnostics) {
        this.mapping = mapping;
        this.diagnostics = diagnostics;
    }

    /** The node as a section; one without fields, and an error, when it is no mapping. */
    public static Section of(YamlNode node, Diagnostics diagnostics) {
        if (node instanceof Mapping mapping) {
            return new Section(mapping, diagnostics);
        }
        diagnostics.error(Code.S003, node.place(), "Here must be a mapping.");
        return new Section(new Mapping(Map.of(), node.place()), diagnostics);
    }

    public Place place() {
        return mapping.place();
    }

    /** Where a field's value stands, or the section if it is absent. */
    public Place place(String name) {
        return mapping.get(name).map(YamlNode::place).orElse(mapping.place());
    }

    public Optional<YamlNode> node(String name) {
        known.add(name);
        return mapping.get(name).filter(node -> !(node instanceof Scalar scalar && scalar.plain() == null));
    }

    public Optional<YamlNode> required(String name) {
        var node = node(name);
        if (node.isEmpty()) {
            diagnostics.error(Code.S002, mapping.place(), "'%s' is missing.".formatted(name));
        }
        return node;
    }

    public String requiredText(String name) {
        return required(name).flatMap(this::text).orElse("");
    }

    public String text(String name, String otherwise) {
        return node(name).flatMap(this::text).orElse(otherwise);
    }

    public Optional<String> text(String name) {
        return node(name).flatMap(this::text);
    }

    /** A text out of few. */
    public String choice(String name, String otherwise, List<String> allowed) {
        var text = text(name, otherwise);
        return diagnostics.isOneOf(place(name), text, allowed) ? text : otherwise;
    }

    public long integer(String name, long otherwise, long least, long most) {
        var node = node(name);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof Scalar scalar && scalar.plain() instanceof Long number) {
            if (number < least || number > most) {
                diagnostics.error(Code.S004, place(name), "'%s' must be from %d to %d.".formatted(name, least, most));
                return otherwise;
            }
            return number;
        }
        diagnostics.error(Code.S003, place(name), "'%s' must be a whole number.".formatted(name));
        return otherwise;
    }

    public List<YamlNode> items(String name) {
        return node(name).map(node -> items(name, node)).orElse(List.of());
    }

    private List<YamlNode> items(String name, YamlNode node) {
        if (node instanceof Sequence sequence) {
            var items = sequence.items();
            if (items.size() > MOST) {
                tooMany(name, items.get(MOST).place());
                return items.subList(0, MOST);
            }
            return items;
        }
        diagnostics.error(Code.S003, node.place(), "'%s' must be a list.".formatted(name));
        return List.of();
    }

    private void tooMany(String name, Place place) {
        diagnostics.error(Code.S007, place, "'%s' has more than %d entries.".formatted(name, MOST));
    }

    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        items(name).forEach(item -> text(item).ifPresent(texts::add));
        return texts;
    }

    public List<Section> sections(String name) {
        return items(name).stream().map(item -> of(item, diagnostics)).toList();
    }

    public Optional<Section> section(String name) {
        return node(name).map(node -> of(node, diagnostics));
    }

    /** The fields of a mapping whose keys are the author's. */
    public Map<String, YamlNode.Field> named(String name) {
        var node = node(name);
        if (node.isPresent() && node.get() instanceof Mapping named) {
            var fields = new LinkedHashMap<String, YamlNode.Field>();
            named.fields().entrySet().stream()
                    .limit(MOST)
                    .forEach(field -> fields.put(field.getKey(), field.getValue()));
            named.fields().values().stream().skip(MOST).findFirst().ifPresent(field -> tooMany(name, field.place()));
            return fields;
        }
        node.ifPresent(other -> diagnostics.error(Code.S003, other.place(), "'%s' must be a mapping.".formatted(name)));
        return Map.of();
    }

    public Optional<String> text(YamlNode node) {
        if (node instanceof Scalar scalar && scalar.plain() instanceof String text) {
            return Optional.of(text);
        }
        if (node instanceof Scalar scalar && scalar.plain() instanceof Number number) {
            diagnostics.error(Code.S003, node.place(), "Here must be text.", Optional.of("\"" + number + "\""));
            return Optional.empty();
        }
        diagnostics.error(Code.S003, node.place(), "Here must be text.");
        return Optional.empty();
    }

    /** Says which fields were never asked for. */
    public void done() {
        mapping.fields().forEach((name, field) -> {
            if (!known.contains(name)) {
                var fix = Suggestion.nearest(name, known);
                diagnostics.error(
                        Code.S001,
                        field.place(),
                        "There is no field '%s' here.%s".formatted(name, Suggestion.didYouMean(fix)),
                        fix);
            }
        });
    }
}
