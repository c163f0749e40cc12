package dev.slipway.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts by chance that a regular expression takes. It knows literals, classes, groups, alternatives and repetitions, and refuses
 * a pattern with anything else.
 */
final class PatternTexts {

    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final int FEW = 4;

    private final String pattern;
    private final Part whole;
    private int at;

    PatternTexts(String pattern) {
        this.pattern = pattern;
        this.whole = alternatives();
        if (at < pattern.length()) {
            throw unknown();
        }
    }

    /** One of at most so many characters if it can be, every third time of just as many. */
    String next(RandomGenerator random, int longest) {
        var draft = new Draft(new StringBuilder(), new ArrayList<>(), random);
        whole.write(draft);
        var missing = longest - draft.text().length();
        if (missing > 0 && !draft.gaps().isEmpty() && random.nextInt(3) == 0) {
            var gap = draft.gaps().get(random.nextInt(draft.gaps().size()));
            draft.text()
                    .insert(
                            gap.offset(),
                            IntStream.range(0, missing)
                                    .mapToObj(i -> gap.letters().one(random))
                                    .collect(Collectors.joining()));
        }
        return draft.text().toString();
    }

    private Part alternatives() {
        var choices = new ArrayList<Part>(List.of(sequence()));
        while (is('|')) {
            at++;
            choices.add(sequence());
        }
        return choices.size() == 1
                ? choices.getFirst()
                : draft -> choices.get(draft.random().nextInt(choices.size())).write(draft);
    }

    private Part sequence() {
        var parts = new ArrayList<Part>();
        while (at < pattern.length() && !is('|') && !is(')')) {
            if (is('^') || is('$')) {
                at++;
            } else {
                parts.add(repeated(part()));
            }
        }
        return draft -> parts.forEach(part -> part.write(draft));
    }

    private Part part() {
        if (is('[')) {
            return letters();
        }
        if (is('(')) {
            at += pattern.startsWith("(?:", at) ? 3 : 1;
            var group = alternatives();
            expect(')');
            return group;
        }
        return new Letters(String.valueOf(literal()));
    }

    private Letters letters() {
        at++;
        if (is('^')) {
            throw unknown();
        }
        var letters = new StringBuilder();
        while (!is(']')) {
            var first = is('-') ? next() : literal();
            if (is('-') && !pattern.startsWith("-]", at)) {
                at++;
                var last = literal();
                IntStream.rangeClosed(first, last).forEach(letter -> letters.append((char) letter));
            } else {
                letters.append(first);
            }
        }
        at++;
        return new Letters(letters.toString());
    }

    private char literal() {
        var letter = next();
        if (letter == '\\') {
            var escaped = next();
            if (Character.isLetterOrDigit(escaped)) {
                throw unknown();
            }
            return escaped;
        }
        if ("*+?{}()".indexOf(letter) >= 0) {
            throw unknown();
        }
        return letter;
    }

    private Part repeated(Part part) {
        if (is('?')) {
            at++;
            return new Repeated(part, 0, 1);
        }
        if (is('*') || is('+')) {
            return new Repeated(part, next() == '+' ? 1 : 0, ENDLESS);
        }
        if (is('{')) {
            var end = pattern.indexOf('}', at);
            var bounds = pattern.substring(at + 1, end).split(",", -1);
            at = end + 1;
            var least = Integer.parseInt(bounds[0]);
            var most = bounds.length == 1 ? least : bounds[1].isEmpty() ? ENDLESS : Integer.parseInt(bounds[1]);
            return new Repeated(part, least, most);
        }
        return part;
    }

    private boolean is(char letter) {
        return at < pattern.length() && pattern.charAt(at) == letter;
    }

    private char next() {
        if (at == pattern.length()) {
            throw unknown();
        }
        return pattern.charAt(at++);
    }

    private void expect(char letter) {
        if (next() != letter) {
            throw unknown();
        }
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("no texts for %s, which is not understood at %d".formatted(pattern, at));
    }

    /** A text that is being written, with the places where more may be put in. */
    private record Draft(StringBuilder text, List<Gap> gaps, RandomGenerator random) {}

    private record Gap(int offset, Letters letters) {}

    private interface Part {
        void write(Draft draft);
    }

    private record Letters(String all) implements Part {

        @Override
        public void write(Draft draft) {
            draft.text().append(one(draft.random()));
        }

        String one(RandomGenerator random) {
            return String.valueOf(all.charAt(random.nextInt(all.length())));
        }
    }

    private record Repeated(Part part, int least, int most) implements Part {

        @Override
        public void write(Draft draft) {
            var count = least + draft.random().nextInt(Math.min(most - least, FEW) + 1);
            for (int i = 0; i < count; i++) {
                part.write(draft);
            }
            if (most == ENDLESS && part instanceof Letters letters) {
                draft.gaps().add(new Gap(draft.text().length(), letters));
            }
        }
    }
}
