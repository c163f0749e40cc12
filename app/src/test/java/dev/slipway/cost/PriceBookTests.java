package dev.slipway.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditTrail;
import dev.slipway.cost.PriceBook.NewPrice;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.testing.SlipwayTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SlipwayTest
class PriceBookTests {

    private static final Caller ANA = new Caller(
            new PersonId("ana.ferreira"),
            "Ana Ferreira",
            Set.of(PlatformRole.PLATFORM_ADMIN),
            Map.of(),
            ApproverScope.NONE);
    private static final Caller MIRA =
            new Caller(new PersonId("mira.okafor"), "Mira Okafor", Set.of(), Map.of(), ApproverScope.NONE);

    @Autowired
    PriceBook book;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    @Test
    void comesWithFirstPrices() {
        assertThat(book.hourly("H100", "3g.40gb")).hasValue(Money.of("1.60"));
        assertThat(book.hourly("H100", "5g.50gb")).isEmpty();
    }

    @Test
    void aNewRowTakesOverAndTheOldPriceCanBeToldAgain() {
        var need = new Quantities(Amounts.NONE, List.of(new GpuNeed("L4", "whole", 2)));
        var before = book.price(need);
        var told = Instant.now();

        book.setPrice(ANA, new NewPrice(new PriceItem.Gpu("L4", "whole"), Money.of("0.70"), told.plusMillis(50)));

        assertThat(book.price(need, told, book.price(need).bookVersion()).hourly())
                .isEqualTo(before.hourly());
        assertThat(book.price(need, told.plusSeconds(1), before.bookVersion() + 1)
                        .hourly())
                .isEqualTo(Money.of("1.40"));
        assertThat(book.rows().stream().filter(row -> row.item().equals(new PriceItem.Gpu("L4", "whole"))))
                .hasSize(2);
        assertThat(trail.search(AuditQuery.EVERYTHING).entries())
                .anyMatch(recorded -> recorded.entry().action().equals("price.set"));
    }

    @Test
    void nobodyButAPlatformAdminSetsAPriceAndNeverInThePast() {
        var item = new PriceItem.Cpu();

        assertThatThrownBy(() -> book.setPrice(
                        MIRA, new NewPrice(item, Money.of("1"), Instant.now().plusSeconds(9))))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> book.setPrice(
                        ANA, new NewPrice(item, Money.of("1"), Instant.now().minusSeconds(9))))
                .isInstanceOf(InvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cost.price set amount = 0",
                "delete from cost.price",
                "update cost.usage_interval set hourly = 0",
                "delete from cost.usage_interval"
            })
    void thePortalCannotAlterWhatWasTold(String attempt) {
        assertThatThrownBy(() -> database.sql(attempt).update())
                .rootCause()
                .message()
                .contains("permission denied");
    }
}
