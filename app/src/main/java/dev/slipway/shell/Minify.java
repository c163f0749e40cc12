package dev.slipway.shell;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Leaves out what only those who write styles and scripts need. Knows no more of the languages than it must. */
final class Minify {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern AROUND = Pattern.compile(" ?([{};,]) ?");

    private Minify() {}

    static String styles(String text) {
        var spaced = SPACE.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(" ");
        return AROUND.matcher(spaced)
                .replaceAll("$1")
                .replace(": ", ":")
                .replace(";}", "}")
                .strip();
    }

    /** Drops lines that are comments, and indentation. */
    static String script(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
    }
}
