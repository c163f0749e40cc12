package dev.slipway.team;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of ceilings, grants and reservations. */
@Component
class Ledger {

    private final JdbcClient database;

    Ledger(JdbcClient database) {
        this.database = database;
    }

    /** Whoever else wants to change what this team holds waits until the transaction ends. */
    void lock(TeamId team) {
        var found = database.sql("select id from team.team where id = ? for update")
                .param(team.value())
                .query(String.class)
                .optional();
        if (found.isEmpty()) {
            throw unknown(team);
        }
    }

    Balance balance(TeamId team, Instant now) {
        return new Balance(ceiling(team), granted(team, now), reserved(team));
    }

    Lines held(InstanceId holder) {
        return lines(database.sql("select resource, amount from team.reservation where holder = ?")
                .param(holder.value()));
    }

    List<GrantView> grants(TeamId team, Instant now) {
        return database.sql("select * from team.quota_grant where team = ? and until > ? order by until, since")
                .params(team.value(), Timestamp.from(now))
                .query((row, index) -> grant(row))
                .list();
    }

    void reserve(InstanceId holder, TeamId team, Lines wanted) {
        release(holder);
        wanted.amounts()
                .forEach((resource, amount) -> database.sql(
                                "insert into team.reservation (holder, team, resource, amount) values (?, ?, ?, ?)")
                        .params(holder.value(), team.value(), resource, amount)
                        .update());
    }

    void release(InstanceId holder) {
        database.sql("delete from team.reservation where holder = ?")
                .param(holder.value())
                .update();
    }

    void grant(TeamId team, Lines adds, Instant now, Instant until, String reason, PersonId by) {
        var id = UUID.randomUUID();
        database.sql(
                        "insert into team.quota_grant (id, team, since, until, reason, given_by) values (?, ?, ?, ?, ?, ?)")
                .params(id, team.value(), Timestamp.from(now), Timestamp.from(until), reason, by.value())
                .update();
        adds.amounts()
                .forEach((resource, amount) -> database.sql(
                                "insert into team.quota_grant_amount (quota_grant, resource, amount) values (?, ?, ?)")
                        .params(id, resource, amount)
                        .update());
    }

    void setCeiling(TeamId team, Lines ceiling) {
        database.sql("delete from team.ceiling where team = ?")
                .param(team.value())
                .update();
        ceiling.amounts()
                .forEach((resource, amount) -> database.sql(
                                "insert into team.ceiling (team, resource, amount) values (?, ?, ?)")
                        .params(team.value(), resource, amount)
                        .update());
    }

    static NotFoundException unknown(TeamId team) {
        return new NotFoundException("team-not-found", "There is no team %s.".formatted(team));
    }

    private Lines ceiling(TeamId team) {
        return lines(database.sql("select resource, amount from team.ceiling where team = ?")
                .param(team.value()));
    }

    private Lines granted(TeamId team, Instant now) {
        return lines(database.sql("""
                select resource, sum(amount) as amount
                  from team.quota_grant join team.quota_grant_amount on quota_grant = id
                 where team = ? and until > ?
                 group by resource
                """).params(team.value(), Timestamp.from(now)));
    }

    private Lines reserved(TeamId team) {
        return lines(database.sql(
                        "select resource, sum(amount) as amount from team.reservation where team = ? group by resource")
                .param(team.value()));
    }

    private GrantView grant(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var adds = lines(database.sql("select resource, amount from team.quota_grant_amount where quota_grant = ?")
                .param(id));
        return new GrantView(
                id,
                adds.holding(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                new PersonId(row.getString("given_by")));
    }

    private static Lines lines(JdbcClient.StatementSpec statement) {
        var amounts = new TreeMap<String, BigDecimal>();
        statement.query(row -> {
            amounts.put(row.getString("resource"), row.getBigDecimal("amount"));
        });
        return new Lines(amounts);
    }
}
