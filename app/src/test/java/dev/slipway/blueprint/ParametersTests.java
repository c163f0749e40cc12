package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTests {

    private static final String SCHEMA = """
            parameters:
              type: object
              required: [model]
              $defs:
                size: {type: integer, title: Size, minimum: 1, maximum: 10, multipleOf: 2, x-unit: GiB}
              properties:
                model: {type: string, title: Model, x-source: models, x-filter: {kind: generator}}
                size: {$ref: '#/$defs/size', default: 2}
                ratio: {type: number, title: Ratio, exclusiveMinimum: 0}
                colour: {title: Colour, enum: [red, green, blue], x-labels: {red: Fiery red}}
                access:
                  title: Access
                  oneOf: [{const: in, title: Inside, description: Only here}, {const: out, title: Outside}]
                  default: in
                mail: {type: string, title: Mail, format: email}
                code: {type: string, title: Code, pattern: '^[A-Z]+$', minLength: 2, x-pattern-message: must be capital letters}
                tags: {type: array, title: Tags, items: {type: string}, maxItems: 2, uniqueItems: true}
                ports: {type: array, title: Ports, items: {type: integer}}
                debug: {type: boolean, title: Debug, default: true, x-advanced: true, x-when: {colour: red}}
                nested: {type: object, title: Nested, required: [inner], properties: {inner: {type: string, title: Inner}, depth: {type: integer, default: 1}}}
            form: {steps: [{title: First, fields: [model, size]}, {title: Second, fields: [ratio, colour, access, mail, code, tags, ports, debug, nested]}]}
            validations:
              - {rule: "${parameters.size < 8 || environment.kind == 'prod'}", message: Small ones only in dev., path: size}
              - {rule: "${parameters.?ratio.orValue(1.0) <= 1.0}", message: The ratio is at most one., path: ratio}
            """;

    private final Blueprint blueprint = Sketch.blueprint(Sketch.with(SCHEMA));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model |           | Model is required.
            size  | 12        | Size must be at most 10 GiB.
            size  | 0         | Size must be at least 1 GiB.
            size  | 3         | Size must be a multiple of 2.
            size  | x         | Size must be a whole number.
            ratio | 0         | Ratio must be more than 0.
            ratio | a         | Ratio must be a number.
            colour | pink     | Colour must be red, green or blue.
            access | away     | Access must be in or out.
            mail  | nobody    | Mail must be an e-mail address.
            code  | abc       | Code must be capital letters.
            code  | A         | Code must have at least 2 characters.
            model | nothing   | Model: there is no certified model called 'nothing'.
            model | bge-m3    | Model must have kind 'generator'; 'bge-m3' has 'embedding'.
            size  | 8         | Small ones only in dev.
            ratio | 1.5       | The ratio is at most one.
            """)
    void errorsAreSentencesForPeople(String field, String value, String message) {
        var input = new java.util.LinkedHashMap<String, List<String>>();
        input.put("model", List.of("gpt-oss-20b"));
        input.put(field, value == null ? List.of() : List.of(value));

        assertThat(blueprint.check(blueprint.parse(input), Sketch.FACTS).errors())
                .containsExactly(new FieldError(field, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\ud83d", "a\udc69"})
    void whatIsNoCharacterIsRefused(String text) {
        var parameters = Map.<String, Object>of("model", "gpt-oss-20b", "nested", Map.of("inner", text));

        assertThat(blueprint.check(parameters, Sketch.FACTS).errors())
                .containsExactly(new FieldError("nested.inner", "Inner holds something that is no character."));
    }

    @Test
    void listsUnknownNamesAndNestedValuesAreExplainedToo() {
        var check = blueprint.check(
                Map.of(
                        "model",
                        "gpt-oss-20b",
                        "tags",
                        List.of("a", "a", "b"),
                        "colr",
                        "red",
                        "nested",
                        Map.of("depth", "x")),
                Sketch.FACTS);

        assertThat(check.errors())
                .containsExactlyInAnyOrder(
                        new FieldError("tags", "Tags must have at most 2 entries."),
                        new FieldError("tags", "Tags must not have the same entry twice."),
                        new FieldError("colr", "There is no parameter 'colr'. Did you mean 'colour'?"),
                        new FieldError("nested.inner", "Inner is required."),
                        new FieldError("nested.depth", "depth must be a whole number."));
    }

    @Test
    void defaultsAreFilledInAlsoWithin() {
        var check = blueprint.check(
                Map.of("model", "gpt-oss-20b", "nested", Map.of("inner", "x"), "ratio", 1), Sketch.FACTS);

        assertThat(check.errors()).isEmpty();
        assertThat(check.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "model",
                        "gpt-oss-20b",
                        "size",
                        2L,
                        "access",
                        "in",
                        "debug",
                        true,
                        "ratio",
                        1.0,
                        "nested",
                        Map.of("inner", "x", "depth", 1L)));
    }

    @Test
    void integersOfAnyWidthAndWholeDecimalsAreIntegers() {
        assertThat(blueprint
                        .check(Map.of("model", "gpt-oss-20b", "size", 4), Sketch.FACTS)
                        .parameters())
                .containsEntry("size", 4L);
        assertThat(blueprint
                        .check(Map.of("model", "gpt-oss-20b", "size", 4.0), Sketch.FACTS)
                        .parameters())
                .containsEntry("size", 4L);
    }

    @Test
    void aFormIsParsedByTheSchema() {
        var parsed = blueprint.parse(Map.of(
                "model",
                List.of("gpt-oss-20b"),
                "size",
                List.of("4"),
                "ratio",
                List.of("0.5"),
                "mail",
                List.of("  "),
                "tags",
                List.of("a", "b\nc"),
                "ports",
                List.of("80\n443"),
                "debug",
                List.of("false", "true"),
                "nested",
                List.of("{inner: x, depth: 2}"),
                "_csrf",
                List.of("token")));

        assertThat(parsed)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "model",
                        "gpt-oss-20b",
                        "size",
                        4L,
                        "ratio",
                        0.5,
                        "tags",
                        List.of("a", "b", "c"),
                        "ports",
                        List.of(80L, 443L),
                        "debug",
                        true,
                        "nested",
                        Map.of("inner", "x", "depth", 2L)));
    }

    @Test
    void aBoxThatIsNotTickedIsToldByItsMarker() {
        assertThat(blueprint.parse(Map.of("_debug", List.of("on")))).containsEntry("debug", false);
        assertThat(blueprint.parse(Map.of("debug", List.of("false")))).containsEntry("debug", false);
        assertThat(blueprint.parse(Map.of())).doesNotContainKey("debug");
    }

    @Test
    void theFormSaysWhatAPageNeeds() {
        var form = blueprint.form();

        assertThat(form.steps()).extracting(Form.Step::title).containsExactly("First", "Second");
        var size = form.field("size").orElseThrow();
        assertThat(size.type()).isEqualTo(FormField.Type.INTEGER);
        assertThat(size.maximum()).isEqualTo(BigDecimal.TEN);
        assertThat(size.step()).isEqualTo(BigDecimal.TWO);
        assertThat(size.unit()).isEqualTo("GiB");
        assertThat(size.defaultValue()).isEqualTo(2L);
        var colour = form.field("colour").orElseThrow();
        assertThat(colour.type()).isEqualTo(FormField.Type.STRING);
        assertThat(colour.choices())
                .startsWith(new FormField.Choice("red", "Fiery red", ""), new FormField.Choice("green", "green", ""));
        assertThat(form.field("access").orElseThrow().choices())
                .containsExactly(
                        new FormField.Choice("in", "Inside", "Only here"), new FormField.Choice("out", "Outside", ""));
        var model = form.field("model").orElseThrow();
        assertThat(model.source()).isEqualTo("models");
        assertThat(model.sourceFilter()).isEqualTo(Map.of("kind", "generator"));
        assertThat(model.required()).isTrue();
        var debug = form.field("debug").orElseThrow();
        assertThat(debug.advanced()).isTrue();
        assertThat(debug.visibleWhen()).isEqualTo(Map.of("colour", "red"));
    }
}
