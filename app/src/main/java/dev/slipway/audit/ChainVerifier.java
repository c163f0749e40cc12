package dev.slipway.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out every hash again, not more often than once in a while. */
@Component
class ChainVerifier {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final EntryRows rows;
    private final InstantSource clock;
    private volatile @Nullable Verdict last;

    ChainVerifier(JdbcClient database, EntryRows rows, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    ChainState state() {
        var known = last;
        var now = clock.instant();
        if (known != null && now.isBefore(known.at.plus(FRESH))) {
            return known.state;
        }
        var state = verify();
        last = new Verdict(state, now);
        return state;
    }

    ChainState verify() {
        var now = clock.instant();
        var head = Chain.START;
        var count = 0L;
        try (var entries = database
                .sql("select %s from audit.entry where number is not null order by number".formatted(EntryRows.COLUMNS))
                .withFetchSize(500)
                .query((row, index) -> rows.read(row))
                .stream()) {
            for (var iterator = entries.iterator(); iterator.hasNext(); ) {
                var recorded = iterator.next();
                count++;
                if (recorded.number() != count || !recorded.hash().equals(Chain.hash(head, recorded))) {
                    return new ChainState.Broken(count, now);
                }
                head = recorded.hash();
            }
        }
        return new ChainState.Verified(count, head, now);
    }

    private record Verdict(ChainState state, Instant at) {}
}
