package dev.slipway.provisioning.live;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.InstanceChanged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears what any replica has changed, and tells it within this one. Keeps one connection for it. */
@Component
class AnnouncementListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AnnouncementListener.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource database;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Thread thread;

    AnnouncementListener(DataSource database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        var listening = Thread.ofVirtual().name("announcements").unstarted(this::run);
        thread = listening;
        listening.start();
    }

    private void run() {
        while (isRunning()) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException lost) {
                if (isRunning()) {
                    log.warn("Changes are not heard for a moment: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Announcements.CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            for (var heard : postgres.getNotifications((int) PATIENCE.toMillis())) {
                tell(heard);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }

    private void tell(PGNotification heard) {
        var parts = heard.getParameter().split(" ", 2);
        try {
            events.publishEvent(new InstanceChanged(InstanceId.of(parts[0]), new TeamId(parts[1])));
        } catch (RuntimeException broken) {
            log.warn("Somebody who shows instances failed", broken);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(2));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
