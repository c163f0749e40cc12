package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import java.util.Locale;
import java.util.Optional;

/** Sign-in names as people type them. */
final class PersonIds {

    private PersonIds() {}

    /** Nothing where no person can have this name. */
    static Optional<PersonId> of(String typed) {
        try {
            return Optional.of(new PersonId(typed.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
