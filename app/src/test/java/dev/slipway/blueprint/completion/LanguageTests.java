package dev.slipway.blueprint.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proposed is what the compiler knows. */
class LanguageTests {

    private static final String PARAMETERS =
            "{parameters: {type: object, properties: {a: {type: string, title: A, default: a}}}, ";

    static Stream<Arguments> fields() {
        return Language.places().entrySet().stream()
                .flatMap(place -> place.getValue().keySet().stream().map(field -> Arguments.of(place.getKey(), field)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldIsKnownToTheCompiler(String place, String field) {
        var text = written(place, "{%s: 1}".formatted(field));
        assertThat(new BlueprintCompiler().compile(BlueprintFiles.of(text)).diagnostics())
                .noneMatch(problem -> problem.message().startsWith("There is no field '%s'".formatted(field))
                        || problem.message().startsWith("'%s' is no keyword".formatted(field)));
    }

    /** Keywords with a mark before them are anybody's. */
    static Stream<Arguments> closedFields() {
        return fields().filter(
                        each -> Character.isLetter(String.valueOf(each.get()[1]).charAt(0))
                                && !String.valueOf(each.get()[1]).startsWith("x-"));
    }

    @ParameterizedTest
    @MethodSource("closedFields")
    void aFieldThatNobodyKnowsIsToldAtEachPlace(String place, String field) {
        var known = place.equals("spec.resources.[]") ? "id: page, " : "";
        var text = written(place, "{%s%sZzz: 1}".formatted(known, field));
        assertThat(new BlueprintCompiler().compile(BlueprintFiles.of(text)).diagnostics())
                .anyMatch(problem -> problem.message().contains("'%sZzz'".formatted(field)));
    }

    /** A blueprint that has something at a place, and besides only what is read first. */
    private static String written(String place, String something) {
        var text = something;
        var steps = place.isEmpty() ? new String[0] : place.split("\\.");
        for (int i = steps.length - 1; i > 0; i--) {
            text = switch (steps[i]) {
                case "[]" -> "[" + text + "]";
                case "*" -> "{any: " + text + "}";
                default -> "{" + steps[i] + ": " + text + "}";
            };
        }
        return switch (place.isEmpty() ? "" : steps[0]) {
            case "" ->
                something.substring(1, something.length() - 1) + "\nmetadata: {name: hello}\nspec: {version: 1.0.0}\n";
            case "metadata" -> "metadata: " + text + "\nspec: {version: 1.0.0}\n";
            default ->
                "metadata: {name: hello}\nspec: "
                        + (place.matches("spec(\\.parameters.*)?") ? text : PARAMETERS + text.substring(1))
                        + "\n";
        };
    }
}
