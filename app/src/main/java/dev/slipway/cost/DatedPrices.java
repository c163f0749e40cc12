package dev.slipway.cost;

import dev.slipway.kernel.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rows of the price book, read for a moment and a version. */
record DatedPrices(List<Row> rows) {

    private static final Comparator<Row> LATER = Comparator.comparing(Row::from).thenComparingLong(Row::version);

    record Row(long version, PriceItem item, Money price, Instant from, String setBy) {}

    DatedPrices {
        rows = List.copyOf(rows);
    }

    long version() {
        return rows.stream().mapToLong(Row::version).max().orElse(0);
    }

    /** Of the rows the book had in that version, the latest of each item that held at that time. */
    PriceSheet at(Instant time, long version) {
        Map<PriceItem, Money> prices = new HashMap<>();
        holding(time, version).forEach((item, row) -> prices.put(item, row.price()));
        return new PriceSheet(prices, version);
    }

    Map<PriceItem, Row> holding(Instant time, long version) {
        Map<PriceItem, Row> held = new HashMap<>();
        rows.stream()
                .filter(row -> row.version() <= version && !row.from().isAfter(time))
                .sorted(LATER)
                .forEach(row -> held.put(row.item(), row));
        return held;
    }
}
