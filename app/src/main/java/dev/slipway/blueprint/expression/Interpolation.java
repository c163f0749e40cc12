package dev.slipway.blueprint.expression;

import java.util.ArrayList;
import java.util.List;

/** Finds the expressions in a text, which stand between <code>${</code> and <code>}</code>; {@code $$} before a brace is a literal. */
public final class Interpolation {

    /** A stretch of a text. */
    public sealed interface Part {}

    public record Literal(String text) implements Part {}

    /**
     * What stands between <code>${</code> and <code>}</code>.
     *
     * @param offset of its first character within the text
     */
    public record Code(String source, int offset) implements Part {}

    /** An expression that is opened and not closed. */
    public static final class UnclosedException extends Exception {
        private static final long serialVersionUID = 1;
        private final int offset;

        private UnclosedException(int offset) {
            super("unclosed at " + offset, null, false, false);
            this.offset = offset;
        }

        public int offset() {
            return offset;
        }
    }

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    private Interpolation(String text) {
        this.text = text;
    }

    public static boolean isIn(String text) {
        return text.contains("${");
    }

    public static List<Part> split(String text) throws UnclosedException {
        return new Interpolation(text).split();
    }

    private List<Part> split() throws UnclosedException {
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                literal.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                var end = end(at);
                endLiteral();
                parts.add(new Code(text.substring(at + 2, end), at + 2));
                at = end + 1;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        endLiteral();
        return parts;
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** The closing brace, past braces and text literals of the expression itself. */
    private int end(int start) throws UnclosedException {
        int depth = 0;
        for (int at = start + 2; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '{' -> depth++;
                case '}' -> {
                    if (depth-- == 0) {
                        return at;
                    }
                }
                case '"', '\'' -> at = endOfText(at, start);
                default -> {}
            }
        }
        throw new UnclosedException(start);
    }

    private int endOfText(int start, int expression) throws UnclosedException {
        var quote = text.charAt(start);
        var raw = start > 0 && (text.charAt(start - 1) == 'r' || text.charAt(start - 1) == 'R');
        var three = String.valueOf(quote).repeat(3);
        var mark = text.startsWith(three, start) ? three : String.valueOf(quote);
        for (int at = start + mark.length(); at < text.length(); at++) {
            if (text.charAt(at) == '\\' && !raw) {
                at++;
            } else if (text.startsWith(mark, at)) {
                return at + mark.length() - 1;
            }
        }
        throw new UnclosedException(expression);
    }
}
