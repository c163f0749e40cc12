package dev.slipway.approval;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code approval.request}. */
record RequestRow(
        RequestId id,
        RequestStatus status,
        NewRequest asked,
        PersonId requester,
        Instant askedAt,
        Optional<Instant> wishedUntil,
        Optional<Verdict> verdict) {

    /** How it ended. */
    record Verdict(PersonId by, Instant at, String comment, Optional<Holding> granted, Optional<Instant> grantUntil) {}

    static RequestRow read(ResultSet row, int number) throws SQLException {
        return new RequestRow(
                new RequestId(row.getObject("id", UUID.class)),
                RequestStatus.valueOf(row.getString("status")),
                asked(row),
                new PersonId(row.getString("requester")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                time(row, "wished_until"),
                verdict(row));
    }

    TeamId team() {
        return asked.team();
    }

    private static NewRequest asked(ResultSet row) throws SQLException {
        return new NewRequest(
                RequestKind.valueOf(row.getString("kind")),
                new TeamId(row.getString("team")),
                Optional.ofNullable(row.getObject("instance", UUID.class)).map(InstanceId::new),
                row.getString("title"),
                row.getString("reason"),
                lines(row.getString("why")),
                HoldingColumn.read(row.getString("wanted")),
                HoldingColumn.read(row.getString("missing")),
                Optional.ofNullable(row.getString("signed_hash")),
                lines(row.getString("facts")));
    }

    private static Optional<Verdict> verdict(ResultSet row) throws SQLException {
        var at = time(row, "decided_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                new PersonId(row.getString("decided_by")),
                at.get(),
                row.getString("comment"),
                Optional.ofNullable(row.getString("granted")).map(HoldingColumn::read),
                time(row, "grant_until")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static List<String> lines(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<List<String>>() {});
    }
}
