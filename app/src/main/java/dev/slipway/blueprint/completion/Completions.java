package dev.slipway.blueprint.completion;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be written where, told from text that need not be right yet: fields of the language, fields of Kubernetes kinds
 * within templates, and names, fields and functions within <code>${…}</code>. Never throws because of the text.
 */
public final class Completions {

    private static final int MOST = 200;

    private final KubernetesSchemas schemas;

    public Completions(KubernetesSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * @param line from 1
     * @param column from 0, in UTF-16 units
     */
    public Proposals at(BlueprintFiles files, String file, int line, int column) {
        var text = files.byPath().getOrDefault(file, "");
        var cursor = Cursor.at(text, line, column);
        var isBlueprint = file.equals(BlueprintFiles.BLUEPRINT);
        var outline = Outline.of(files.blueprint(), isBlueprint ? line : 0);
        var proposals = cursor.expression()
                .map(written -> new ExpressionProposals(outline, schemas, cursor.path(), isBlueprint).after(written))
                .orElseGet(() -> isBlueprint ? inBlueprint(cursor, outline) : inTest(cursor, outline));
        var fitting = proposals.stream()
                .filter(proposal -> fits(proposal, cursor.word()))
                .sorted(Comparator.comparing(proposal -> !begins(proposal, cursor.word())))
                .limit(MOST)
                .toList();
        return new Proposals(cursor.from(), fitting);
    }

    private static boolean fits(Proposal proposal, String word) {
        return proposal.label().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean begins(Proposal proposal, String word) {
        return proposal.label().toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
    }

    private List<Proposal> inBlueprint(Cursor cursor, Outline outline) {
        var pattern = cursor.pattern();
        var place = with(pattern, cursor.key());
        if (isTemplate(pattern)) {
            return inTemplate(cursor, outline);
        }
        if (cursor.key().isPresent() || isItem(pattern)) {
            var values = Stream.concat(
                            Language.valuesAt(place).stream().map(value -> Proposal.value(value, "")),
                            names(place, outline))
                    .toList();
            if (cursor.key().isPresent() || !values.isEmpty()) {
                return values;
            }
        }
        var there = outline.at(cursor.path());
        return Stream.concat(
                        Language.fieldsAt(pattern).entrySet().stream()
                                .filter(field -> isNew(field.getKey(), there, cursor))
                                .map(field -> Proposal.field(field.getKey(), field.getValue())),
                        keys(pattern, outline, there, cursor))
                .toList();
    }

    private static List<Proposal> inTest(Cursor cursor, Outline outline) {
        var pattern = cursor.pattern();
        var place = with(pattern, cursor.key());
        if (cursor.key().isPresent()) {
            var isId = List.of(
                            List.of("expect", "[]", "resource"),
                            List.of("expect", "[]", "absent"),
                            List.of("expect", "[]", "blocking"))
                    .contains(place);
            return isId
                    ? ids(outline).toList()
                    : Language.testValuesAt(place).stream()
                            .map(value -> Proposal.value(value, ""))
                            .toList();
        }
        if (pattern.equals(List.of("parameters"))) {
            return parameters(outline).toList();
        }
        return Language.testFieldsAt(pattern).entrySet().stream()
                .map(field -> Proposal.field(field.getKey(), field.getValue()))
                .toList();
    }

    /** Names that the blueprint itself declares, where one of them is the value. */
    private static Stream<Proposal> names(List<String> place, Outline outline) {
        return switch (String.join(".", place)) {
            case "spec.form.steps.[].fields.[]", "spec.validations.[].path", "spec.parameters.required.[]" ->
                outline.parameters().entrySet().stream()
                        .map(each -> Proposal.value(each.getKey(), title(each.getValue())));
            case "spec.network.ingress.[].to", "spec.network.egress.[].from" -> ids(outline);
            default -> Stream.empty();
        };
    }

    /** Names that the blueprint itself declares, where one of them is the key. */
    private static Stream<Proposal> keys(
            List<String> pattern, Outline outline, Map<String, Object> there, Cursor cursor) {
        return switch (String.join(".", pattern)) {
            case "spec.presets.[].parameters", "spec.upgrade.from.[].set" ->
                parameters(outline).filter(proposal -> isNew(proposal.label(), there, cursor));
            default -> Stream.empty();
        };
    }

    private static Stream<Proposal> parameters(Outline outline) {
        return outline.parameters().entrySet().stream()
                .map(each -> Proposal.field(each.getKey(), title(each.getValue())));
    }

    private static Stream<Proposal> ids(Outline outline) {
        return outline.resources().stream().map(resource -> Proposal.value(resource.id(), resource.kind()));
    }

    private static String title(Object parameter) {
        return Outline.text(Outline.mapping(parameter).get("title"));
    }

    private static boolean isNew(String field, Map<String, Object> there, Cursor cursor) {
        return !there.containsKey(field) || field.equals(cursor.word());
    }

    private static boolean isTemplate(List<String> pattern) {
        return pattern.size() >= 4 && pattern.subList(0, 4).equals(List.of("spec", "resources", "[]", "template"));
    }

    private static boolean isItem(List<String> pattern) {
        return !pattern.isEmpty() && pattern.getLast().equals("[]");
    }

    private static List<String> with(List<String> pattern, Optional<String> key) {
        var place = new ArrayList<>(pattern);
        key.ifPresent(place::add);
        return place;
    }

    private List<Proposal> inTemplate(Cursor cursor, Outline outline) {
        var template = outline.at(cursor.path().subList(0, 4));
        var inside = cursor.path().subList(4, cursor.path().size());
        if (inside.isEmpty() && cursor.key().isPresent()) {
            var written = cursor.key().get();
            if (written.equals("kind")) {
                return kinds(Outline.text(template.get("apiVersion")));
            }
            if (written.equals("apiVersion")) {
                return apiVersions();
            }
        }
        var apiVersion = Outline.text(template.get("apiVersion"));
        var kind = Outline.text(template.get("kind"));
        var here = schemas.find(apiVersion, kind).flatMap(schema -> Shapes.at(schema, inside));
        if (cursor.key().isPresent()) {
            return here.flatMap(schema -> Shapes.step(schema, cursor.key().get()))
                    .map(Completions::values)
                    .orElse(List.of());
        }
        var there = outline.at(cursor.path());
        var fields = here.map(Shapes::fields).orElse(inside.isEmpty() ? START : List.of());
        return fields.stream()
                .filter(proposal -> isNew(proposal.label(), there, cursor))
                .filter(proposal -> !inside.isEmpty() || !proposal.label().equals("status"))
                .toList();
    }

    private static final List<Proposal> START =
            List.of(Proposal.field("apiVersion", ""), Proposal.field("kind", ""), Proposal.field("metadata", ""));

    private static List<Proposal> values(Schema schema) {
        return switch (schema) {
            case Schema.Text text ->
                text.choices().stream().map(value -> Proposal.value(value, "")).toList();
            case Schema.Truth ignored -> List.of(Proposal.value("true", ""), Proposal.value("false", ""));
            default -> List.of();
        };
    }

    private List<Proposal> kinds(String apiVersion) {
        return schemas.kinds().stream()
                .filter(kind -> apiVersion.isEmpty() || kind.startsWith(apiVersion + "/"))
                .map(kind -> Proposal.value(
                        kind.substring(kind.lastIndexOf('/') + 1), kind.substring(0, kind.lastIndexOf('/'))))
                .toList();
    }

    private List<Proposal> apiVersions() {
        return schemas.kinds().stream()
                .map(kind -> kind.substring(0, kind.lastIndexOf('/')))
                .distinct()
                .map(version -> Proposal.value(version, ""))
                .toList();
    }
}
