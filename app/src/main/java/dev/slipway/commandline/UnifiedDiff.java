package dev.slipway.commandline;

import dev.slipway.blueprint.TextDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file that differ, as {@code patch} takes them.
 *
 * @param older its name before; {@code /dev/null} where it is new
 * @param newer its name now; {@code /dev/null} where it is gone
 */
record UnifiedDiff(String older, String newer, TextDiff diff) {

    private static final String NOWHERE = "/dev/null";

    static UnifiedDiff of(String path, BlueprintFolder older, BlueprintFolder newer) {
        var before = older.files().byPath();
        var after = newer.files().byPath();
        return new UnifiedDiff(
                before.containsKey(path) ? older.path(path) : NOWHERE,
                after.containsKey(path) ? newer.path(path) : NOWHERE,
                TextDiff.of(before.getOrDefault(path, ""), after.getOrDefault(path, "")));
    }

    boolean isEmpty() {
        return diff.isEmpty();
    }

    String text() {
        var text = new StringBuilder("--- %s\n+++ %s\n".formatted(older, newer));
        int ahead = 0;
        var hunk = new ArrayList<TextDiff.Line>();
        for (var line : diff.lines()) {
            if (line.sign() == TextDiff.Sign.LEFT_OUT) {
                ahead += write(hunk, ahead, text);
                hunk.clear();
            } else {
                hunk.add(line);
            }
        }
        write(hunk, ahead, text);
        return text.toString();
    }

    /**
     * Writes lines that follow each other.
     *
     * @param ahead by how much lines before have a higher number in the newer text
     * @return by how much more those after have
     */
    private static int write(List<TextDiff.Line> hunk, int ahead, StringBuilder text) {
        if (hunk.isEmpty()) {
            return 0;
        }
        int added = count(hunk, TextDiff.Sign.ADDED);
        int removed = count(hunk, TextDiff.Sign.REMOVED);
        int same = hunk.size() - added - removed;
        var first = hunk.getFirst();
        int start = first.sign() == TextDiff.Sign.REMOVED ? first.number() : first.number() - ahead;
        text.append("@@ -%s +%s @@\n".formatted(range(start, same + removed), range(start + ahead, same + added)));
        hunk.forEach(line -> text.append(mark(line)).append(line.text()).append('\n'));
        return added - removed;
    }

    private static int count(List<TextDiff.Line> lines, TextDiff.Sign sign) {
        return (int) lines.stream().filter(line -> line.sign() == sign).count();
    }

    /** A range of no lines is named by the line before it. */
    private static String range(int start, int length) {
        return (length == 0 ? start - 1 : start) + "," + length;
    }

    private static char mark(TextDiff.Line line) {
        return switch (line.sign()) {
            case ADDED -> '+';
            case REMOVED -> '-';
            case SAME, LEFT_OUT -> ' ';
        };
    }
}
