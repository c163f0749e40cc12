package dev.slipway.provisioning.intent;

import dev.slipway.approval.RequestId;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.OutputView;
import dev.slipway.provisioning.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/** From rows to instances. */
public final class InstanceRows {

    private static final TypeReference<List<OutputView>> OUTPUTS = new TypeReference<>() {};

    private InstanceRows() {}

    public static Instance instance(ResultSet row, int number) throws SQLException {
        return new Instance(
                origin(row),
                row.getLong("version"),
                aim(row),
                status(row),
                new Moments(
                        instant(row, "go_ahead_at"),
                        instant(row, "ready_at"),
                        instant(row, "ended_at"),
                        instant(row, "expires_at")),
                Json.read(row.getString("outputs"), OUTPUTS),
                row.getBoolean("metered"));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                new InstanceId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new EnvironmentId(new TeamId(row.getString("team")), row.getString("environment")),
                EnvironmentKind.valueOf(row.getString("environment_kind")),
                new ClusterId(row.getString("cluster")),
                row.getString("namespace"),
                row.getString("blueprint"),
                row.getString("blueprint_title"),
                new PersonId(row.getString("created_by")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("submission_key"));
    }

    private static Aim aim(ResultSet row) throws SQLException {
        return new Aim(
                Wanted.valueOf(row.getString("wanted")),
                row.getInt("revision"),
                row.getInt("settled"),
                Optional.ofNullable(row.getObject("pending", Integer.class)),
                Optional.ofNullable(row.getObject("request", UUID.class)).map(RequestId::new),
                row.getLong("wake"));
    }

    private static Status status(ResultSet row) throws SQLException {
        return new Status(
                InstanceState.valueOf(row.getString("state")),
                row.getTimestamp("state_since").toInstant(),
                row.getString("sentence"),
                Json.readOptional(row.getString("problem"), Problem.class),
                row.getInt("failures"),
                instant(row, "next_try"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? Optional.empty() : Optional.of(at.toInstant());
    }
}
