package dev.slipway.cost;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the entries in the database and, since they never change, a copy of them until a newer one is there. */
@Service
class StoredPriceBook implements PriceBook {

    private static final long LOCK = 0x51_1b_00_05L;

    private final PriceEntryRepository entries;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final AtomicReference<DatedPrices> copy = new AtomicReference<>(new DatedPrices(List.of()));

    StoredPriceBook(PriceEntryRepository entries, JdbcClient jdbc, AuditTrail audit, InstantSource clock) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Price price(Quantities quantities) {
        return now().price(quantities);
    }

    @Override
    @Transactional(readOnly = true)
    public Price price(Quantities quantities, Instant at, long bookVersion) {
        return book().at(at, bookVersion).price(quantities);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Money> hourly(String deviceModel, String profile) {
        return now().of(new PriceItem.Gpu(deviceModel, profile));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PriceRow> rows() {
        var book = book();
        var current = book.holding(clock.instant(), book.version());
        return book.rows().stream()
                .map(row -> new PriceRow(
                        row.version(),
                        row.item(),
                        row.price(),
                        row.from(),
                        new PersonId(row.setBy()),
                        row.equals(current.get(row.item()))))
                .sorted(Comparator.comparing(PriceRow::item, PriceItems.ORDER)
                        .thenComparing(Comparator.comparing(PriceRow::from).reversed())
                        .thenComparing(
                                Comparator.comparingLong(PriceRow::version).reversed()))
                .toList();
    }

    @Override
    @Transactional
    public void setPrice(Caller caller, NewPrice price) {
        if (!caller.isPlatformAdmin()) {
            throw new RefusedException("not-platform-admin", "Prices are set by platform admins.");
        }
        if (price.from().isBefore(clock.instant())) {
            throw new InvalidException(
                    "price-in-the-past", "A price holds from now on or later; what was told before stays.", "from");
        }
        if (price.price().amount().signum() < 0) {
            throw new InvalidException("negative-price", "A price is not negative.", "amount");
        }
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> 1)
                .single();
        entries.saveAndFlush(new PriceEntry(price, caller.person()));
        audit.record(AuditEntry.of(
                caller.person(),
                "price.set",
                "price",
                PriceItems.words(price.item()),
                "Set %s to €%s from %s"
                        .formatted(
                                PriceItems.words(price.item()),
                                price.price().amount().toPlainString(),
                                price.from())));
    }

    private PriceSheet now() {
        var book = book();
        return book.at(clock.instant(), book.version());
    }

    private DatedPrices book() {
        var known = copy.get();
        if (known.version() == entries.newestVersion()) {
            return known;
        }
        var read = new DatedPrices(
                entries.findAllByOrderByVersion().stream().map(PriceEntry::row).toList());
        copy.set(read);
        return read;
    }
}
