package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Says what the API server would not take. */
final class Findings {

    private final Diagnostics diagnostics;

    Findings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    int size() {
        return diagnostics.size();
    }

    void unknown(Place place, String message, Optional<String> fix) {
        diagnostics.error(Code.K001, place, message + Suggestion.didYouMean(fix), fix);
    }

    void missing(Place place, String message) {
        diagnostics.error(Code.K002, place, message);
    }

    void wrongType(Place place, String message, Optional<String> fix) {
        diagnostics.error(Code.K003, place, message, fix);
    }

    void notAllowed(Place place, String name, String written, Collection<String> allowed) {
        var fix = Suggestion.nearest(written, allowed);
        diagnostics.error(
                Code.K004,
                place,
                "'%s' may not be '%s', only %s.%s"
                        .formatted(name, written, String.join(", ", allowed), Suggestion.didYouMean(fix)),
                fix);
    }

    void malformed(Place place, String message) {
        diagnostics.error(Code.K005, place, message);
    }

    void twice(Place place, String message) {
        diagnostics.error(Code.K006, place, message);
    }

    void dangling(Place place, String message, Optional<String> fix) {
        diagnostics.error(Code.K007, place, message + Suggestion.didYouMean(fix), fix);
    }

    void contradiction(Place place, String message) {
        diagnostics.error(Code.K008, place, message);
    }

    void insecure(Place place, String message) {
        diagnostics.error(Code.K009, place, message);
    }

    /** Says it unless the text, if it is known, has the form. */
    void form(View view, Predicate<String> form, String message) {
        view.sample().filter(form.negate()).ifPresent(text -> malformed(view.place(), message.formatted(text)));
    }

    void range(View view, long least, long most, String name) {
        view.number()
                .filter(number -> number < least || number > most)
                .ifPresent(number -> malformed(
                        view.place(),
                        most == Long.MAX_VALUE
                                ? "'%s' must be at least %d.".formatted(name, least)
                                : "'%s' must be from %d to %d.".formatted(name, least, most)));
    }

    /** Says it unless the text, if it is known, is one of these. */
    void choice(View view, String name, Collection<String> allowed) {
        view.text()
                .filter(text -> !allowed.contains(text))
                .ifPresent(text -> notAllowed(view.place(), name, text, allowed));
    }

    /** Says it when the field is certainly not there, or empty. */
    void needs(View owner, String field, String message) {
        if (owner.isThere() && owner.get(field).isEmpty()) {
            missing(owner.place(), message);
        }
    }
}
