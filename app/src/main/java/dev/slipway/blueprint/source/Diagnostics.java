package dev.slipway.blueprint.source;

import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong; at most so many that a page can show them. */
public final class Diagnostics {

    private static final int MOST = 200;

    private final List<Diagnostic> found = new ArrayList<>();

    public void error(Code code, Place place, String message) {
        add(Severity.ERROR, code, place, message, Optional.empty());
    }

    public void error(Code code, Place place, String message, Optional<String> fix) {
        add(Severity.ERROR, code, place, message, fix);
    }

    public void warning(Code code, Place place, String message) {
        add(Severity.WARNING, code, place, message, Optional.empty());
    }

    /** Says it where what is written is none of the words that are allowed there. */
    public boolean isOneOf(Place place, String written, Collection<String> allowed) {
        if (allowed.contains(written)) {
            return true;
        }
        var fix = Suggestion.nearest(written, allowed);
        var message =
                "'%s' is none of %s.%s".formatted(written, String.join(", ", allowed), Suggestion.didYouMean(fix));
        error(Code.S004, place, message, fix);
        return false;
    }

    private void add(Severity severity, Code code, Place place, String message, Optional<String> fix) {
        var diagnostic = new Diagnostic(
                severity, code.text(), place.file(), place.line(), place.column(), place.path(), message, fix);
        if (found.size() < MOST && !found.contains(diagnostic)) {
            found.add(diagnostic);
        }
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    public int size() {
        return found.size();
    }

    public List<Diagnostic> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing(Diagnostic::file)
                        .thenComparingInt(Diagnostic::line)
                        .thenComparingInt(Diagnostic::column)
                        .thenComparing(Diagnostic::code))
                .toList();
    }
}
