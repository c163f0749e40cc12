package dev.slipway.provisioning.intent;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to instances: added, read, never altered. */
@Repository
public class Timeline {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(InstanceId instance, List<Happening> happenings) {
        happenings.forEach(happening -> add(instance, happening));
    }

    private void add(InstanceId instance, Happening happening) {
        jdbc.sql("""
                insert into provisioning.timeline (instance, at, kind, state, text, after_ms, by)
                values (:instance, :at, :kind, :state, :text, :after, :by)""")
                .param("instance", instance.value())
                .param("at", InstanceStore.timestamp(happening.at()))
                .param("kind", happening.kind().name())
                .param("state", happening.state().map(Enum::name).orElse(null))
                .param("text", happening.text())
                .param("after", happening.after().map(Duration::toMillis).orElse(null))
                .param("by", happening.by().map(PersonId::value).orElse(null))
                .update();
    }

    /** Newest first. */
    public List<TimelineEntry> of(InstanceId instance) {
        return jdbc.sql(
                        "select * from provisioning.timeline where instance = :instance order by number desc limit :most")
                .param("instance", instance.value())
                .param("most", MOST)
                .query(Timeline::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int n) throws SQLException {
        return new TimelineEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                TimelineEntry.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("state")).map(InstanceState::valueOf),
                row.getString("text"),
                Optional.ofNullable(row.getObject("after_ms", Long.class)).map(Duration::ofMillis),
                Optional.ofNullable(row.getString("by")).map(PersonId::new));
    }
}
