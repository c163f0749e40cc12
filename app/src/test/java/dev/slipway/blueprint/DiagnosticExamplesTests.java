package dev.slipway.blueprint;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.source.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/diagnostics.md} has a section for every code, and its examples show what they say. */
class DiagnosticExamplesTests {

    private static final Pattern SECTION = Pattern.compile("(?ms)^### (SW-\\S+)$(.*?)(?=^##|\\z)");
    private static final Pattern EXAMPLES = Pattern.compile(
            "(?s)\\s*(?<text>\\S.*?)\n\nBad:\n\n```yaml\n(?<bad>.*?)```\n\nGood:\n\n```yaml\n(?<good>.*?)```\\s*");
    private static final Pattern BASE = Pattern.compile("(?s)```yaml\n(?<head>.*?\nspec:\n)(?<spec>.*?)```");
    private static final Pattern PART = Pattern.compile("(?ms)^(\\w+):.*?(?=^\\w|\\z)");
    private static final Map<String, Object> PARAMETERS = Map.of("text", "hello");

    private static final KubernetesSchemas SERVED = KubernetesSchemas.shipped()
            .servedOnly(Set.of(
                    "v1/ConfigMap", "v1/Service", "v1/Pod", "v1/PersistentVolumeClaim", "v1/Secret", "v1/Namespace"));

    private final String page = page();

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/diagnostics.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereIsOneSectionForEachCodeInTheirOrder() {
        assertThat(SECTION.matcher(page).results().map(section -> section.group(1)))
                .containsExactlyElementsOf(
                        Stream.of(Code.values()).map(Code::text).toList());
    }

    @Test
    void theBaseIsRight() {
        assertThat(problems("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theBadExampleGivesTheCodeAndTheGoodOneNothing(Code code) {
        var examples = EXAMPLES.matcher(section(code));
        assertThat(examples.matches())
                .as("what it means, a bad and a good example")
                .isTrue();

        assertThat(problems(examples.group("bad"))).containsExactly(code.text());
        assertThat(problems(examples.group("good"))).isEmpty();
    }

    private String section(Code code) {
        return SECTION.matcher(page)
                .results()
                .filter(section -> section.group(1).equals(code.text()))
                .map(section -> section.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no section " + code.text()));
    }

    /** The codes that compiling gives, or else rendering, or else the tests that fail. */
    private Set<String> problems(String example) {
        var compilation = new BlueprintCompiler(SERVED).compile(files(example));
        var codes = compilation.diagnostics().stream()
                .map(Diagnostic::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (codes.isEmpty()) {
            codes.addAll(problemsOfUse(compilation.orElseThrow()));
        }
        return codes;
    }

    private static List<String> problemsOfUse(Blueprint blueprint) {
        var facts = SampleFacts.facts();
        var check = blueprint.check(PARAMETERS, facts);
        assertThat(check.errors()).isEmpty();
        try {
            var needs = blueprint.needs(check.parameters(), facts);
            blueprint.render(check.parameters(), SampleFacts.placed(facts, needs));
        } catch (EvaluationException e) {
            return List.of(e.code());
        }
        return blueprint.test(facts).stream()
                .filter(result -> !result.passed())
                .map(TestResult::explanation)
                .toList();
    }

    /** The base of the page with the example's parts in place of its own, or with the example as a test. */
    private BlueprintFiles files(String example) {
        var text = Mutant.expanded(example);
        var base = BASE.matcher(page);
        assertThat(base.find()).isTrue();
        if (text.startsWith("name:")) {
            return BlueprintFiles.of(base.group("head") + base.group("spec")).with("tests/example.yaml", text);
        }
        var replaced = parts(text).keySet();
        var parts = new ArrayList<String>();
        parts(base.group("spec").indent(-2)).forEach((name, part) -> {
            if (!replaced.contains(name)) {
                parts.add(part);
            }
        });
        parts.add(text);
        return BlueprintFiles.of(base.group("head") + String.join("", parts).indent(2));
    }

    private static Map<String, String> parts(String yaml) {
        return PART.matcher(yaml)
                .results()
                .collect(groupingBy(
                        part -> part.group(1), LinkedHashMap::new, Collectors.mapping(MatchResult::group, joining())));
    }
}
