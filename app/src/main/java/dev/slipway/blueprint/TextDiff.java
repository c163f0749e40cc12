package dev.slipway.blueprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Two texts against each other, line by line, with what is the same left out but for the lines around a change.
 *
 * @param added lines that only the newer one has
 * @param removed lines that only the older one has
 */
public record TextDiff(List<Line> lines, int added, int removed) {

    private static final int AROUND = 2;
    /** Beyond this the differing stretches are shown as replaced whole: comparing takes the product of their lengths. */
    private static final long MOST = 4_000_000;

    /** What became of a line. */
    public enum Sign {
        SAME(" "),
        ADDED("+"),
        REMOVED("−"),
        LEFT_OUT("…");

        private final String mark;

        Sign(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }

        /** As the style sheet calls it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param number in the newer text, or, of a line that is removed, in the older one; 0 where lines are left out */
    public record Line(Sign sign, int number, String text) {}

    public boolean isEmpty() {
        return added == 0 && removed == 0;
    }

    public static TextDiff of(String older, String newer) {
        var all = compare(older.lines().toList(), newer.lines().toList());
        return new TextDiff(
                shortened(all),
                (int) all.stream().filter(line -> line.sign() == Sign.ADDED).count(),
                (int) all.stream().filter(line -> line.sign() == Sign.REMOVED).count());
    }

    private static List<Line> compare(List<String> older, List<String> newer) {
        int start = 0;
        var shortest = Math.min(older.size(), newer.size());
        while (start < shortest && older.get(start).equals(newer.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && older.get(older.size() - 1 - end).equals(newer.get(newer.size() - 1 - end))) {
            end++;
        }
        var lines = new ArrayList<Line>();
        same(lines, newer, 0, start);
        middle(lines, older.subList(start, older.size() - end), newer.subList(start, newer.size() - end), start);
        same(lines, newer, newer.size() - end, newer.size());
        return lines;
    }

    private static void same(List<Line> lines, List<String> newer, int from, int to) {
        for (int i = from; i < to; i++) {
            lines.add(new Line(Sign.SAME, i + 1, newer.get(i)));
        }
    }

    private static void middle(List<Line> lines, List<String> older, List<String> newer, int before) {
        var common = (long) older.size() * newer.size() > MOST ? new int[0][0] : common(older, newer);
        int i = 0;
        int j = 0;
        while (i < older.size() || j < newer.size()) {
            var both = common.length > 0 && i < older.size() && j < newer.size();
            if (both && older.get(i).equals(newer.get(j))) {
                lines.add(new Line(Sign.SAME, before + j + 1, newer.get(j)));
                i++;
                j++;
            } else if (i < older.size() && (!both || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Sign.REMOVED, before + i + 1, older.get(i)));
                i++;
            } else {
                lines.add(new Line(Sign.ADDED, before + j + 1, newer.get(j)));
                j++;
            }
        }
    }

    /** How many lines the ends of both have in common, from each place on. */
    private static int[][] common(List<String> older, List<String> newer) {
        var common = new int[older.size() + 1][newer.size() + 1];
        for (int i = older.size() - 1; i >= 0; i--) {
            for (int j = newer.size() - 1; j >= 0; j--) {
                common[i][j] = older.get(i).equals(newer.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Line> shortened(List<Line> all) {
        var lines = new ArrayList<Line>();
        var waiting = new ArrayDeque<Line>();
        int after = 0;
        for (var line : all) {
            if (line.sign() == Sign.SAME && after == 0) {
                waiting.addLast(line);
                continue;
            }
            flush(waiting, lines);
            lines.add(line);
            after = line.sign() == Sign.SAME ? after - 1 : AROUND;
        }
        if (!lines.isEmpty() && !waiting.isEmpty()) {
            lines.add(new Line(Sign.LEFT_OUT, 0, ""));
        }
        return lines;
    }

    /** The last lines before a change are shown, what is before them is not. */
    private static void flush(Deque<Line> waiting, List<Line> lines) {
        var isShortened = waiting.size() > AROUND;
        while (waiting.size() > AROUND) {
            waiting.removeFirst();
        }
        if (isShortened) {
            lines.add(new Line(Sign.LEFT_OUT, 0, ""));
        }
        lines.addAll(waiting);
        waiting.clear();
    }
}
