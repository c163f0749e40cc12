package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.source.Code;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blueprints with one fault each, all caught before anybody uses them, at the right place; and unusual ones that are right.
 * Each is the base with something replaced: see {@code corpus/broken.txt}.
 */
class CorpusTests {

    /** Seen while rendering, or only where it is known what the clusters serve. */
    private static final Set<Code> NOT_IN_THE_TEXT = EnumSet.of(Code.X001, Code.X002, Code.X003, Code.X004, Code.K010);

    static List<Mutant> broken() throws IOException {
        return Mutant.read("broken.txt");
    }

    static List<Mutant> unusual() throws IOException {
        return Mutant.read("unusual.txt");
    }

    @Test
    void theBaseIsRight() throws IOException {
        var compilation = new BlueprintCompiler().compile(Mutant.base());

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.orElseThrow().test(SampleFacts.facts())).allMatch(TestResult::passed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void everyFaultIsCaughtWhereItIs(Mutant mutant) {
        assertThat(mutant.found()).containsExactlyElementsOf(mutant.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusual")
    void whatIsUnusualButRightIsAccepted(Mutant mutant) {
        var compilation = new BlueprintCompiler().compile(mutant.files());

        assertThat(compilation.diagnostics()).isEmpty();
        var blueprint = compilation.orElseThrow();
        assertThat(blueprint.test(SampleFacts.facts()))
                .allSatisfy(result -> assertThat(result.explanation()).isEmpty());
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(broken()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(unusual()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyStaticCodeIsAmongThem() throws IOException {
        var seen = broken().stream()
                .flatMap(mutant -> mutant.expected().stream())
                .map(found -> found.split(" ")[0])
                .collect(Collectors.toSet());

        assertThat(Stream.of(Code.values())
                        .filter(code -> !NOT_IN_THE_TEXT.contains(code))
                        .map(Code::text))
                .allSatisfy(code -> assertThat(seen).contains(code));
    }
}
