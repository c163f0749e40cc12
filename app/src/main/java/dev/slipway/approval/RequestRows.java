package dev.slipway.approval;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of requests. */
@Repository
class RequestRows {

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RequestId id, NewRequest request, PersonId requester, Instant at, Optional<Instant> wishedUntil) {
        jdbc.sql("""
                        insert into approval.request (id, kind, status, team, instance, title, reason, why, facts, wanted,
                          missing, signed_hash, requester, asked_at, wished_until)
                        values (:id, :kind, 'WAITING', :team, :instance, :title, :reason, :why::jsonb, :facts::jsonb,
                          :wanted::jsonb, :missing::jsonb, :hash, :requester, :at, :wished)
                        """)
                .param("id", id.value())
                .param("kind", request.kind().name())
                .param("team", request.team().value())
                .param("instance", request.instance().map(InstanceId::value).orElse(null))
                .param("title", request.title())
                .param("reason", request.reason())
                .param("why", JsonMapper.shared().writeValueAsString(request.why()))
                .param("facts", JsonMapper.shared().writeValueAsString(request.facts()))
                .param("wanted", HoldingColumn.write(request.wanted()))
                .param("missing", HoldingColumn.write(request.missing()))
                .param("hash", request.signedHash().orElse(null))
                .param("requester", requester.value())
                .param("at", utc(at))
                .param("wished", wishedUntil.map(RequestRows::utc).orElse(null))
                .update();
    }

    Optional<RequestRow> find(RequestId id) {
        return jdbc.sql("select * from approval.request where id = :id")
                .param("id", id.value())
                .query(RequestRow::read)
                .optional();
    }

    /** @return false when it no longer waits */
    boolean close(RequestId id, RequestStatus status, RequestRow.Verdict verdict) {
        return jdbc.sql("""
                                update approval.request set status = :status, decided_by = :by, decided_at = :at,
                                  comment = :comment, granted = :granted::jsonb, grant_until = :until
                                where id = :id and status = 'WAITING'
                                """)
                        .param("status", status.name())
                        .param("by", verdict.by().value())
                        .param("at", utc(verdict.at()))
                        .param("comment", verdict.comment())
                        .param("granted", granted(verdict))
                        .param(
                                "until",
                                verdict.grantUntil().map(RequestRows::utc).orElse(null))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<RequestRow> waitingFor(InstanceId instance) {
        return newest(instance).filter(row -> row.status().isOpen());
    }

    Optional<RequestRow> newest(InstanceId instance) {
        return jdbc.sql("""
                        select * from approval.request where instance = :instance
                        order by (status = 'WAITING') desc, asked_at desc limit 1
                        """)
                .param("instance", instance.value())
                .query(RequestRow::read)
                .optional();
    }

    List<RequestRow> waiting() {
        return jdbc.sql("select * from approval.request where status = 'WAITING' order by asked_at, id")
                .query(RequestRow::read)
                .list();
    }

    /** Of all teams, or of those named and those of the requester. */
    List<RequestRow> closed(boolean all, Collection<TeamId> teams, PersonId requester, int most) {
        return jdbc.sql("""
                        select * from approval.request
                        where status <> 'WAITING' and (:all or team = any (:teams) or requester = :requester)
                        order by decided_at desc, id limit :most
                        """)
                .param("all", all)
                .param("teams", teams.stream().map(TeamId::value).toArray(String[]::new))
                .param("requester", requester.value())
                .param("most", most)
                .query(RequestRow::read)
                .list();
    }

    private static @Nullable String granted(RequestRow.Verdict verdict) {
        return verdict.granted().map(HoldingColumn::write).orElse(null);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
