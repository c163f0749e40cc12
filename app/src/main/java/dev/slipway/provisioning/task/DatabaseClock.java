package dev.slipway.provisioning.task;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's time, so that replicas with wrong clocks agree on what is due and who is dead. Asked now and then;
 * in between a timer that knows no adjustments goes on from it.
 */
@Component
class DatabaseClock implements Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private volatile @Nullable Sample sample;

    DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant now() {
        var last = sample;
        if (last == null || last.age().compareTo(FRESH) > 0) {
            last = take(last);
        }
        return last.at().plus(last.age());
    }

    private synchronized Sample take(@Nullable Sample last) {
        try {
            var at = jdbc.sql("select clock_timestamp()").query(Timestamp.class).single();
            var taken = new Sample(at.toInstant(), System.nanoTime());
            sample = taken;
            return taken;
        } catch (DataAccessException e) {
            if (last == null) {
                throw e;
            }
            log.warn("The database did not tell the time: {}", e.getMessage());
            return last;
        }
    }

    private record Sample(Instant at, long nanos) {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }
}
