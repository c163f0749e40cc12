package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A request for the second signature under a draft.
 *
 * @param contentHash of the files that are to be signed
 * @param note what is new, in its author's words; becomes the version's change note
 * @param authors who wrote in the draft, and so may not sign
 * @param decision how it ended; none while it waits
 */
public record CertificationView(
        UUID id,
        String blueprint,
        String version,
        String contentHash,
        String note,
        SortedSet<PersonId> authors,
        PersonId askedBy,
        Instant askedAt,
        CertificationStatus status,
        Optional<Decision> decision) {

    /** Who ended it; the comment may be empty but for what was sent back. */
    public record Decision(PersonId by, Instant at, String comment) {}

    /** Whether the person asked or wrote in the draft, and so is not the second. */
    public boolean isPartOf(PersonId person) {
        return askedBy.equals(person) || authors.contains(person);
    }

    /** Whether it waits for somebody like this person. */
    public boolean maySign(PersonId person) {
        return status == CertificationStatus.WAITING && !isPartOf(person);
    }
}
