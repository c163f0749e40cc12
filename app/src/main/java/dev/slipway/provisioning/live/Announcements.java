package dev.slipway.provisioning.live;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.InstanceTopics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what has changed. PostgreSQL passes it on to every replica when the transaction is through, once for each topic,
 * and not at all when it is rolled back.
 */
@Component
public class Announcements {

    static final String CHANNEL = "slipway_instances";

    private final JdbcClient jdbc;

    Announcements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void changed(InstanceId instance, TeamId team) {
        say(InstanceTopics.of(instance));
        say(InstanceTopics.of(team));
    }

    private void say(String topic) {
        jdbc.sql("select pg_notify(:channel, :topic)")
                .param("channel", CHANNEL)
                .param("topic", topic)
                .query((row, n) -> topic)
                .single();
    }
}
