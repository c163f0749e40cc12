package dev.slipway.blueprint.source;

import java.util.Arrays;
import java.util.function.IntFunction;
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
            if (characters[i] == '\n') {
                starts[lines++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, lines);
    }

    /** The place of the n-th character of the content. */
    IntFunction<Place> places(ScalarNode scalar, Place place) {
        var start = scalar.getStartMark().orElseThrow().getIndex();
        return offset -> at(index(scalar, start, offset), place);
    }

    private Place at(int index, Place place) {
        var found = Arrays.binarySearch(lineStarts, index);
        var line = found >= 0 ? found : -found - 2;
        return place.at(line + 1, index - lineStarts[line] + 1);
    }

    private int index(ScalarNode scalar, int start, int offset) {
        var before = scalar.getValue()
                .substring(0, Math.min(offset, scalar.getValue().length()));
        var style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL) {
            return inBlock(start, before);
        }
        if (style == ScalarStyle.FOLDED) {
            return inFolded(start, before);
        }
        var at = style == ScalarStyle.PLAIN ? start : start + 1;
        for (int i = 0; i < before.length(); i++) {
            at = after(at, before.charAt(i), style);
        }
        return Math.min(skipFold(at, style), characters.length);
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
    private int inBlock(int start, String before) {
        var at = nextLine(start);
        var indentation = indentation(at);
        var line = before.split("\n", -1);
        for (int i = 0; i < line.length - 1; i++) {
            at = nextLine(at);
        }
        return Math.min(at + indentation + line[line.length - 1].length(), characters.length);
    }

    /** The same where a line break may stand for a space, and two for one. */
    private int inFolded(int start, String before) {
        var first = nextLine(start);
        var indentation = indentation(first);
        var at = first + indented(first, indentation);
        for (int i = 0; i < before.length(); i++) {
            var broken = isBreak(at);
            at = Math.min(at + 1, characters.length);
            while (broken) {
                at += indented(at, indentation);
                broken = isBreak(at) && (i + 1 == before.length() || before.charAt(i + 1) != '\n');
                at += broken ? 1 : 0;
            }
        }
        return at;
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
