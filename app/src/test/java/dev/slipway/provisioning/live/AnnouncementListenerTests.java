package dev.slipway.provisioning.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.datasource.AbstractDataSource;

class AnnouncementListenerTests {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AnnouncementListener listener = new AnnouncementListener(new Asked(), event -> {});

    /** Its thread may run before {@code start} has returned. */
    @RepeatedTest(100)
    void listensAfterEveryStart() throws InterruptedException {
        listener.start();
        try {
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            listener.stop();
        }
    }

    /** Has no connection, and says so when nobody wants it any more. */
    private final class Asked extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            asked.countDown();
            while (listener.isRunning()) {
                Thread.onSpinWait();
            }
            throw new SQLException("nobody listens");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
