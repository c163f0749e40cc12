package dev.slipway.audit;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One act, about to be recorded.
 *
 * @param actor who did it; none when nobody is signed in, as for a failed sign-in
 * @param action thing and verb in past tense: {@code instance.launched}
 * @param subjectKind what it was done to: {@code instance}
 * @param subject its id or name
 * @param team whose it is, where it is a team's
 * @param summary one sentence for a reader: {@code Launched claims-triage in claims/dev}
 * @param details further facts, without secrets
 */
public record AuditEntry(
        Optional<PersonId> actor,
        String action,
        String subjectKind,
        String subject,
        Optional<TeamId> team,
        String summary,
        SortedMap<String, String> details) {

    public AuditEntry {
        if (!action.matches("[a-z-]+(\\.[a-z-]+)+")) {
            throw new IllegalArgumentException("Not thing.verb: " + action);
        }
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** An act of a person, or of Slipway itself, that is no team's. */
    public static AuditEntry of(PersonId actor, String action, String subjectKind, String subject, String summary) {
        return new AuditEntry(
                Optional.of(actor), action, subjectKind, subject, Optional.empty(), summary, new TreeMap<>());
    }

    /** An act on something that belongs to a team. */
    public static AuditEntry of(
            PersonId actor, String action, String subjectKind, String subject, TeamId team, String summary) {
        return new AuditEntry(
                Optional.of(actor), action, subjectKind, subject, Optional.of(team), summary, new TreeMap<>());
    }

    /** The same entry with one more fact. */
    public AuditEntry with(String name, String value) {
        var more = new TreeMap<>(details);
        more.put(name, value);
        return new AuditEntry(actor, action, subjectKind, subject, team, summary, more);
    }

    /** The same entry with more facts. */
    public AuditEntry with(Map<String, String> facts) {
        var more = new TreeMap<>(details);
        more.putAll(facts);
        return new AuditEntry(actor, action, subjectKind, subject, team, summary, more);
    }
}
