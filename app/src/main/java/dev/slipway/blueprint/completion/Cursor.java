package dev.slipway.blueprint.completion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in YAML that need not be readable yet: the path is told from the indentation of the lines above and the braces
 * of the line itself.
 *
 * @param path of the mapping or list around it: keys, and positions within lists
 * @param key of the value being typed; empty while a key is typed or an item of a list
 * @param word the beginning of what is typed
 * @param from column of the word, from 0
 * @param expression what stands between <code>${</code> and the place, when it is within an expression
 */
record Cursor(List<String> path, Optional<String> key, String word, int from, Optional<String> expression) {

    private static final Pattern KEY =
            Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s#\\[\\]{},:'\"][^\\s{},:]*)\\s*:(?:\\s|$)");
    private static final Pattern DASHES = Pattern.compile("\\s*(?:-\\s+|-$)*");
    private static final Pattern WORD = Pattern.compile("[\\w./$-]*$");
    private static final Pattern IDENTIFIER = Pattern.compile("\\w*$");

    /**
     * @param line from 1
     * @param column from 0, in UTF-16 units
     */
    static Cursor at(String text, int line, int column) {
        var lines = text.lines().toList();
        var whole = line <= lines.size() ? lines.get(line - 1) : "";
        var before = whole.substring(0, Math.min(column, whole.length()));
        var expression = openExpression(lines, line, before);
        var flow = Flow.of(expression.isEmpty() ? before : beforeExpression(before));
        var steps = new ArrayDeque<String>();
        flow.steps().forEach(steps::addLast);
        var content = indentation(whole);
        var limits = new Limits(content);
        for (var dash : dashes(before).reversed()) {
            step(limits, dash, lines, line - 1, steps);
        }
        climb(limits, lines, line - 1, steps);
        var word = word(expression.isPresent() ? IDENTIFIER : WORD, before);
        return new Cursor(List.copyOf(steps), flow.key(), word, before.length() - word.length(), expression);
    }

    private static String word(Pattern pattern, String before) {
        var word = pattern.matcher(before);
        return word.find() ? word.group() : "";
    }

    /** What is left to be found: keys left of one column, dashes left of another. */
    private static final class Limits {
        private int key;
        private int dash;

        private Limits(int content) {
            key = content;
            dash = content;
        }
    }

    private static void climb(Limits limits, List<String> lines, int before, Deque<String> steps) {
        for (int i = before - 1; i >= 0 && (limits.key > 0 || limits.dash > 0); i--) {
            var line = lines.get(i);
            if (line.startsWith("---")) {
                return;
            }
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                climb(limits, line, lines, i, steps);
            }
        }
    }

    private static void climb(Limits limits, String line, List<String> lines, int number, Deque<String> steps) {
        var content = indentation(line);
        var key = KEY.matcher(line).region(Math.min(content, line.length()), line.length());
        if (content < limits.key && key.lookingAt()) {
            steps.addFirst(unquoted(key.group(1)));
            limits.key = content;
            limits.dash = content;
        }
        for (var dash : dashes(line).reversed()) {
            if (dash < limits.dash) {
                step(limits, dash, lines, number, steps);
            }
        }
    }

    /** An item of a list whose dashes stand in a column: its number is that of the dashes above. */
    private static void step(Limits limits, int dash, List<String> lines, int number, Deque<String> steps) {
        int items = 0;
        for (int i = number - 1; i >= 0; i--) {
            var line = lines.get(i);
            var start = line.length() - line.stripLeading().length();
            if (line.isBlank() || start > dash) {
                continue;
            }
            if (start < dash || !line.startsWith("-", dash)) {
                break;
            }
            items++;
        }
        steps.addFirst(String.valueOf(items));
        limits.key = dash + 1;
        limits.dash = dash;
    }

    /** The column where the content of a line begins, behind the dashes of lists. */
    private static int indentation(String line) {
        var dashes = DASHES.matcher(line);
        return dashes.lookingAt() ? dashes.end() : 0;
    }

    private static List<Integer> dashes(String line) {
        var found = new ArrayList<Integer>();
        var content = indentation(line);
        for (int i = 0; i < Math.min(content, line.length()); i++) {
            if (line.charAt(i) == '-') {
                found.add(i);
            }
        }
        return found;
    }

    private static String unquoted(String key) {
        return key.startsWith("\"") || key.startsWith("'") ? key.substring(1, key.length() - 1) : key;
    }

    /** The expression that is open at the end, if one is; it may have begun some lines above. */
    private static Optional<String> openExpression(List<String> lines, int line, String before) {
        var text = new StringBuilder(before);
        for (int i = line - 2; i >= Math.max(0, line - 8) && text.indexOf("${") < 0; i--) {
            text.insert(0, lines.get(i) + "\n");
        }
        var opened = text.lastIndexOf("${");
        if (opened < 0 || text.indexOf("$${") == opened - 1) {
            return Optional.empty();
        }
        var inside = text.substring(opened + 2);
        return isClosed(inside) ? Optional.empty() : Optional.of(inside);
    }

    private static boolean isClosed(String inside) {
        int depth = 0;
        for (int i = 0; i < inside.length(); i++) {
            var character = inside.charAt(i);
            if (character == '\'' && inside.indexOf('\'', i + 1) > 0) {
                i = inside.indexOf('\'', i + 1);
            } else if (character == '{') {
                depth++;
            } else if (character == '}' && depth-- == 0) {
                return true;
            }
        }
        return false;
    }

    private static String beforeExpression(String before) {
        var opened = before.lastIndexOf("${");
        return opened < 0 ? "" : before.substring(0, opened);
    }

    /**
     * What the braces and brackets of a line add to its path.
     *
     * @param key whose value is being typed at the end of the line
     */
    private record Flow(List<String> steps, Optional<String> key) {

        static Flow of(String before) {
            var steps = new ArrayDeque<String>();
            var opened = new ArrayDeque<Integer>();
            var rest = before.substring(Math.min(indentation(before), before.length()));
            var key = "";
            int start = 0;
            char quote = 0;
            for (int i = 0; i < rest.length(); i++) {
                var character = rest.charAt(i);
                if (quote != 0) {
                    quote = character == quote ? 0 : quote;
                } else if (character == '"' || character == '\'') {
                    quote = character;
                } else if (character == ':' && (i + 1 == rest.length() || rest.charAt(i + 1) == ' ')) {
                    key = unquotedKey(rest.substring(start, i));
                } else if (character == '{' || character == '[') {
                    opened.addLast(steps.size());
                    if (!key.isEmpty()) {
                        steps.addLast(key);
                    }
                    if (character == '[') {
                        steps.addLast("0");
                    }
                    key = "";
                    start = i + 1;
                } else if (character == ',' && !opened.isEmpty()) {
                    key = "";
                    start = i + 1;
                    count(steps, opened.getLast());
                } else if ((character == '}' || character == ']') && !opened.isEmpty()) {
                    var left = opened.removeLast();
                    while (steps.size() > left) {
                        steps.removeLast();
                    }
                }
            }
            return new Flow(List.copyOf(steps), key.isEmpty() ? Optional.empty() : Optional.of(key));
        }

        private static String unquotedKey(String written) {
            var key = written.strip();
            return key.isEmpty() ? key : unquoted(key);
        }

        private static void count(Deque<String> steps, int left) {
            var last = steps.peekLast();
            if (last != null && steps.size() > left && last.matches("\\d+")) {
                steps.removeLast();
                steps.addLast(String.valueOf(Integer.parseInt(last) + 1));
            }
        }
    }

    /** The path with {@code []} for positions within lists, as the language's table has it. */
    List<String> pattern() {
        var pattern = new ArrayList<String>();
        path.forEach(step -> pattern.add(step.matches("\\d+") ? "[]" : step));
        return pattern;
    }
}
