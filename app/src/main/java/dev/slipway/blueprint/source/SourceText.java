package dev.slipway.blueprint.source;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The characters of a file, to find the place of a character of a scalar's content again. */
final class SourceText {

    private final int[] characters;
    private final int[] lineStarts;

    SourceText(String text) {
        characters = text.codePoints().toArray();
        var starts = new int[characters.length + 1];
        int lines = 1;
        for (int i = 0; i < characters.length; i++) {
            if (endsLine(i)) {
                starts[lines++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, lines);
    }

    /** Also where a carriage return does so alone, as for the scanner and for editors. */
    private boolean endsLine(int at) {
        return characters[at] == '\n'
                || (characters[at] == '\r' && (at + 1 == characters.length || characters[at + 1] != '\n'));
    }

    /** The place of the n-th character of the content. */
    IntFunction<Place> places(ScalarNode scalar, Place place) {
        var places = new Indexes(scalar);
        return offset -> at(places.of(offset), place);
    }

    /** Where the characters of a text stand; found out once, when somebody first asks, for there may be many of both. */
    private final class Indexes {

        private final ScalarNode scalar;
        private int @Nullable [] found;

        private Indexes(ScalarNode scalar) {
            this.scalar = scalar;
        }

        private int of(int offset) {
            var known = found;
            if (known == null) {
                known = indexes(scalar);
                found = known;
            }
            return known[Math.min(offset, known.length - 1)];
        }
    }

    /** The place of a character of the file, with the path of another. */
    Place at(int index, Place place) {
        var found = Arrays.binarySearch(lineStarts, index);
        var line = found >= 0 ? found : -found - 2;
        return place.at(line + 1, index - lineStarts[line] + 1);
    }

    private int[] indexes(ScalarNode scalar) {
        var start = scalar.getStartMark().orElseThrow().getIndex();
        var text = scalar.getValue();
        var style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL) {
            return inBlock(start, text);
        }
        if (style == ScalarStyle.FOLDED) {
            return inFolded(start, text);
        }
        var indexes = new int[text.length() + 1];
        var at = style == ScalarStyle.PLAIN ? start : start + 1;
        for (int i = 0; i < text.length(); i++) {
            indexes[i] = Math.min(skipFold(at, style), characters.length);
            // What is one character in the file may be two in the text.
            at = Character.isLowSurrogate(text.charAt(i)) ? at : after(at, text.charAt(i), style);
        }
        indexes[text.length()] = Math.min(skipFold(at, style), characters.length);
        return indexes;
    }

    private int after(int at, char content, ScalarStyle style) {
        if (at >= characters.length) {
            return at;
        }
        if (style == ScalarStyle.DOUBLE_QUOTED && characters[at] == '\\') {
            return at
                    + switch (next(at)) {
                        case 'x' -> 4;
                        case 'u' -> 6;
                        case 'U' -> 10;
                        default -> 2;
                    };
        }
        if (style == ScalarStyle.SINGLE_QUOTED && characters[at] == '\'') {
            return at + 2;
        }
        if (characters[at] == content && content != '\n') {
            return at + 1;
        }
        return Character.isWhitespace(content) ? skipSpace(at) : at + 1;
    }

    private int skipFold(int at, ScalarStyle style) {
        return style != ScalarStyle.DOUBLE_QUOTED && at < characters.length && characters[at] == '\n'
                ? skipSpace(at)
                : at;
    }

    private int skipSpace(int from) {
        var at = from;
        while (at < characters.length && Character.isWhitespace(characters[at])) {
            at++;
        }
        return at;
    }

    private int next(int at) {
        return at + 1 < characters.length ? characters[at + 1] : ' ';
    }

    /** The lines of a block begin after its header, each behind the indentation of the first that has content. */
    private int[] inBlock(int start, String text) {
        var indexes = new int[text.length() + 1];
        var line = nextLine(start);
        var indentation = indentation(line);
        var at = line + indentation;
        for (int i = 0; i < text.length(); i++) {
            indexes[i] = Math.min(at, characters.length);
            if (text.charAt(i) == '\n') {
                line = nextLine(line);
                at = line + indentation;
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                at++;
            }
        }
        indexes[text.length()] = Math.min(at, characters.length);
        return indexes;
    }

    /** The same where a line break may stand for a space, and two for one. */
    private int[] inFolded(int start, String text) {
        var indexes = new int[text.length() + 1];
        var first = nextLine(start);
        var indentation = indentation(first);
        var at = first + indented(first, indentation);
        for (int i = 0; i < text.length(); i++) {
            indexes[i] = at;
            var broken = isBreak(at);
            at = Math.min(at + 1, characters.length);
            while (broken) {
                at += indented(at, indentation);
                broken = isBreak(at) && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
                at += broken ? 1 : 0;
            }
        }
        indexes[text.length()] = at;
        return indexes;
    }

    private boolean isBreak(int at) {
        return at < characters.length && characters[at] == '\n';
    }

    private int indented(int from, int indentation) {
        int spaces = 0;
        while (spaces < indentation && from + spaces < characters.length && characters[from + spaces] == ' ') {
            spaces++;
        }
        return spaces;
    }

    private int indentation(int from) {
        var lineStart = from;
        var at = from;
        while (at < characters.length && Character.isWhitespace(characters[at])) {
            if (characters[at] == '\n') {
                lineStart = at + 1;
            }
            at++;
        }
        return at - lineStart;
    }

    private int nextLine(int from) {
        var at = from;
        while (at < characters.length && characters[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, characters.length);
    }
}
