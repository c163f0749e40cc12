package dev.slipway.cost;

import dev.slipway.cost.PriceBook.NewPrice;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A dated price as it was added to the book. Never altered, so it needs no version but its number, which is the book's. */
@Entity
@Immutable
@Table(schema = "cost", name = "price")
class PriceEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long version;

    private String item;

    private String deviceModel = "";

    private String profile = "";

    private BigDecimal amount;

    private Instant validFrom;

    private String setBy;

    protected PriceEntry() {}

    PriceEntry(NewPrice price, PersonId by) {
        this.item = PriceItems.column(price.item());
        if (price.item() instanceof PriceItem.Gpu share) {
            this.deviceModel = share.deviceModel();
            this.profile = share.profile();
        }
        this.amount = price.price().amount();
        this.validFrom = price.from();
        this.setBy = by.value();
    }

    DatedPrices.Row row() {
        return new DatedPrices.Row(
                Objects.requireNonNull(version),
                PriceItems.read(item, deviceModel, profile),
                new Money(amount),
                validFrom,
                setBy);
    }
}
