package dev.slipway.blueprint;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The stretch of a line that a {@link Diagnostic} is about, and what to write there instead. Columns count UTF-16 units,
 * as Java and browsers do.
 *
 * @param line from 1
 * @param from column of the first character, from 0
 * @param to column behind the last character
 * @param replacement what puts it right; empty where no single word does
 */
public record Correction(int line, int from, int to, Optional<String> replacement) {

    private static final Pattern OPTIONAL = Pattern.compile("[\\w.]*\\.\\?(\\w+)");
    private static final Pattern ONE_WORD = Pattern.compile("\\S+");

    public static Correction of(Diagnostic diagnostic, String text) {
        var line = line(text, diagnostic.line());
        var start = Math.min(
                line.offsetByCodePoints(0, Math.min(diagnostic.column() - 1, line.codePointCount(0, line.length()))),
                line.length());
        var fix = diagnostic.fix().filter(found -> ONE_WORD.matcher(found).matches());
        var from = isQuote(line, start)
                        && fix.filter(found -> found.startsWith("\"")).isEmpty()
                ? start + 1
                : start;
        var to = end(line, from, letters(diagnostic.code(), fix.orElse("")));
        var written = line.substring(from, to);
        return new Correction(
                diagnostic.line(),
                from,
                Math.max(to, Math.min(from + 1, line.length())),
                fix.map(found -> replacement(found, written))
                        .filter(found -> !written.isEmpty() && !found.equals(written)));
    }

    /** The text with the replacement in its place; the text itself where there is none. */
    public String in(String text) {
        if (replacement.isEmpty()) {
            return text;
        }
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.substring(0, start + from) + replacement.get() + text.substring(start + to);
    }

    /** What may be absent is read with a question mark before the field, which is where the diagnostic stands. */
    private static String replacement(String fix, String written) {
        var optional = OPTIONAL.matcher(fix);
        return optional.matches() && optional.group(1).equals(written) ? "?" + written : fix;
    }

    private static String line(String text, int number) {
        return text.lines().skip(Math.max(number - 1, 0)).findFirst().orElse("");
    }

    private static boolean isQuote(String line, int at) {
        return at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\'');
    }

    private static IntPredicate letters(String code, String fix) {
        var isExpression = code.startsWith("SW-E");
        var more = isExpression && fix.indexOf('.') < 0 ? "_" : isExpression ? "_." : "_.-/$";
        return character -> Character.isLetterOrDigit(character) || more.indexOf(character) >= 0;
    }

    private static int end(String line, int from, IntPredicate letters) {
        int at = from;
        while (at < line.length() && letters.test(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
