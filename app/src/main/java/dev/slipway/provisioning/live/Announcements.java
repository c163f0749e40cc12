package dev.slipway.provisioning.live;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what has changed. PostgreSQL passes it on to every replica when the transaction is through, once however often it
 * was said, and not at all when it is rolled back.
 */
@Component
public class Announcements {

    static final String CHANNEL = "slipway_instances";

    private final JdbcClient jdbc;

    Announcements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void changed(InstanceId instance, TeamId team) {
        jdbc.sql("select pg_notify(:channel, :what)::text")
                .param("channel", CHANNEL)
                .param("what", instance + " " + team)
                .query(String.class)
                .single();
    }
}
