package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the tokens from the style sheet and works out what people will see. */
class ContrastTests {

    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final Pattern BLOCK = Pattern.compile("color-scheme: (light|dark);\\s+((?:--lch-[^;]+;\\s+)+)");
    private static final Pattern TOKEN = Pattern.compile("--lch-([a-z0-9-]+): ([^;]+);");
    private static final List<Map<String, Oklch>> THEMES = themes();

    record Pair(String front, String ground, double least) {}

    static Stream<Pair> pairs() {
        var grounds = List.of("surface", "canvas", "sunken", "raised", "side");
        var text = Stream.of("ink", "ink-2", "ink-3", "accent", "accent-ink")
                .flatMap(front -> grounds.stream().map(ground -> new Pair(front, ground, TEXT)));
        var marks = Stream.of(
                new Pair("line-ctl", "surface", MARK),
                new Pair("hatch", "surface", MARK),
                new Pair("ink", "accent-soft", TEXT),
                new Pair("ink-2", "accent-soft", TEXT),
                new Pair("ink-3", "accent-soft", TEXT),
                new Pair("accent-ink", "accent-soft", TEXT),
                new Pair("ink-2", "cell", TEXT),
                new Pair("on-accent", "accent", TEXT),
                new Pair("on-accent", "accent-hover", TEXT),
                new Pair("on-accent", "bad", TEXT),
                new Pair("on-accent", "bad-ink", TEXT),
                new Pair("code-key", "sunken", TEXT),
                new Pair("code-string", "sunken", TEXT),
                new Pair("code-number", "sunken", TEXT),
                new Pair("code-cel", "wait-soft", TEXT));
        var states = Stream.of("ok", "info", "wait", "warn", "bad", "idle")
                .flatMap(state -> Stream.of(
                        new Pair(state, "surface", TEXT),
                        new Pair(state, state + "-soft", MARK),
                        new Pair(state + "-ink", "surface", TEXT),
                        new Pair(state + "-ink", "canvas", TEXT),
                        new Pair(state + "-ink", state + "-soft", TEXT),
                        new Pair("ink-2", state + "-soft", TEXT)));
        var teams = IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(team -> Stream.of(
                        new Pair("on-accent", "team-" + team, TEXT),
                        new Pair("team-" + team, "surface", TEXT),
                        new Pair("team-" + team, "tint-" + team, MARK),
                        new Pair("deep-" + team, "tint-" + team, 7)));
        return Stream.of(text, marks, states, teams).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isReadInLightAndDark(Pair pair) {
        for (var theme : THEMES) {
            assertThat(colour(theme, pair.front).contrast(colour(theme, pair.ground)))
                    .isGreaterThanOrEqualTo(pair.least);
        }
    }

    @Test
    void whoChoseDarkSeesWhatWhoseSystemIsDarkSees() {
        assertThat(THEMES).hasSize(3);
        assertThat(THEMES.get(1)).isEqualTo(THEMES.get(2));
        assertThat(THEMES.get(1).keySet()).isEqualTo(THEMES.get(0).keySet());
    }

    private static Oklch colour(Map<String, Oklch> theme, String name) {
        return Objects.requireNonNull(theme.get(name), name);
    }

    private static List<Map<String, Oklch>> themes() {
        try {
            return BLOCK.matcher(Files.readString(Path.of("../frontend/static/css/_global.css")))
                    .results()
                    .map(block -> tokens(block.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Oklch> tokens(String block) {
        var tokens = new LinkedHashMap<String, Oklch>();
        TOKEN.matcher(block).results().forEach(token -> tokens.put(token.group(1), Oklch.of(token.group(2))));
        return tokens;
    }
}
