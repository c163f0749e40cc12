package dev.slipway.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The trail in PostgreSQL. Numbers, times and hashes are given by the database when the transaction commits. */
@Component
class ChainedAuditTrail implements AuditTrail {

    private final JdbcClient database;
    private final EntryRows rows;
    private final ChainVerifier verifier;
    private final ObjectMapper json;

    ChainedAuditTrail(JdbcClient database, EntryRows rows, ChainVerifier verifier, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.verifier = verifier;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        database.sql("""
                insert into audit.entry (actor, action, subject_kind, subject, team, summary, details)
                values (:actor, :action, :subjectKind, :subject, :team, :summary, :details::jsonb)
                """)
                .param("actor", entry.actor().map(Object::toString).orElse(null))
                .param("action", entry.action())
                .param("subjectKind", entry.subjectKind())
                .param("subject", entry.subject())
                .param("team", entry.team().map(Object::toString).orElse(null))
                .param("summary", entry.summary())
                .param("details", json.writeValueAsString(entry.details()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public AuditPage search(AuditQuery query) {
        var found = rows.search(query);
        var more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        var next = more ? java.util.Optional.of(shown.getLast().number()) : java.util.Optional.<Long>empty();
        return new AuditPage(shown, next, verifier.state());
    }
}
