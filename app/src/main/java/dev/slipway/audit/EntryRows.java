package dev.slipway.audit;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads the recorded entries. */
@Component
class EntryRows {

    static final String COLUMNS =
            "number, at, actor, action, subject_kind, subject, team, summary, details, previous, hash";

    private final JdbcClient database;
    private final ObjectMapper json;

    EntryRows(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One more than the limit where there are more. */
    List<RecordedEntry> search(AuditQuery query) {
        var conditions = new ArrayList<String>();
        Map<String, Object> parameters = new HashMap<>();
        conditions.add("number is not null");
        narrow(conditions, parameters, "actor = :actor", "actor", query.actor().map(PersonId::value));
        narrow(
                conditions,
                parameters,
                "(action = :action or starts_with(action, :action || '.'))",
                "action",
                query.action());
        narrow(conditions, parameters, "subject = :subject", "subject", query.subject());
        narrow(conditions, parameters, "team = :team", "team", query.team().map(TeamId::value));
        narrow(
                conditions,
                parameters,
                "at >= :from::timestamptz",
                "from",
                query.from().map(Object::toString));
        narrow(
                conditions,
                parameters,
                "at < :until::timestamptz",
                "until",
                query.until().map(Object::toString));
        narrow(conditions, parameters, "number < :before", "before", query.before());
        return database.sql("select %s from audit.entry where %s order by number desc limit %d"
                        .formatted(COLUMNS, String.join(" and ", conditions), query.limit() + 1))
                .params(parameters)
                .query((row, index) -> read(row))
                .list();
    }

    RecordedEntry read(ResultSet row) throws SQLException {
        var entry = new AuditEntry(
                Optional.ofNullable(row.getString("actor")).map(PersonId::new),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("team")).map(TeamId::new),
                row.getString("summary"),
                json.readValue(row.getString("details"), new TypeReference<TreeMap<String, String>>() {}));
        return new RecordedEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                entry,
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private static void narrow(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            Optional<? extends Object> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            parameters.put(name, given);
        });
    }
}
