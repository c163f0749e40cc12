package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTests {

    @Test
    void nothingIsSaidOfEqualTexts() {
        var diff = TextDiff.of("a\nb\n", "a\nb\n");
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.lines()).isEmpty();
    }

    @Test
    void aChangedLineIsOneRemovedAndOneAdded() {
        assertThat(drawn("a\nb\nc", "a\nB\nc")).containsExactly(" 1 a", "−2 b", "+2 B", " 3 c");
    }

    @Test
    void whatIsFarFromAChangeIsLeftOut() {
        assertThat(drawn(numbers(20), numbers(20).replace("line 10\n", "")))
                .containsExactly("…0 ", " 8 line 8", " 9 line 9", "−10 line 10", " 10 line 11", " 11 line 12", "…0 ");
    }

    @Test
    void linesThatMovedAreFoundWhereMostStays() {
        assertThat(drawn("a\nb\nc\nd", "b\nc\nd\na")).containsExactly("−1 a", " 1 b", " 2 c", " 3 d", "+4 a");
    }

    @Test
    void countsAreOfTheWholeText() {
        var diff = TextDiff.of("a\nb\nc", "a\nc\nd\ne");
        assertThat(List.of(diff.added(), diff.removed())).containsExactly(2, 1);
    }

    @Test
    void longTextsThatDifferAllOverAreReplacedWhole() {
        var older = numbers(3000);
        var diff = TextDiff.of(older, older.replace("line", "row"));
        assertThat(List.of(diff.added(), diff.removed())).containsExactly(3000, 3000);
        assertThat(diff.lines().getFirst().sign()).isEqualTo(TextDiff.Sign.REMOVED);
        assertThat(diff.lines().getLast().sign()).isEqualTo(TextDiff.Sign.ADDED);
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    private static List<String> drawn(String older, String newer) {
        return TextDiff.of(older, newer).lines().stream()
                .map(line -> line.sign().mark() + line.number() + " " + line.text())
                .toList();
    }
}
