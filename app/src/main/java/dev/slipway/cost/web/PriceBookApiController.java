package dev.slipway.cost.web;

import dev.slipway.cost.PriceBook;
import dev.slipway.cost.PriceItem;
import dev.slipway.cost.PriceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The price book as JSON. */
@RestController
class PriceBookApiController {

    private final PriceBook book;

    PriceBookApiController(PriceBook book) {
        this.book = book;
    }

    @GetMapping("/api/v1/price-book")
    List<Answer> rows() {
        return book.rows().stream().map(PriceBookApiController::answer).toList();
    }

    private static Answer answer(PriceRow row) {
        return switch (row.item()) {
            case PriceItem.Gpu gpu -> answer(row, "gpu", gpu.deviceModel(), gpu.profile());
            case PriceItem.Cpu cpu -> answer(row, "cpu", null, null);
            case PriceItem.Memory memory -> answer(row, "memory", null, null);
            case PriceItem.Storage storage -> answer(row, "storage", null, null);
        };
    }

    private static Answer answer(PriceRow row, String item, @Nullable String deviceModel, @Nullable String profile) {
        return new Answer(row.version(), item, deviceModel, profile, row.price().amount(), row.from(), row.current());
    }

    record Answer(
            long version,
            String item,
            @Nullable String deviceModel,
            @Nullable String profile,
            BigDecimal price,
            Instant from,
            boolean current) {}
}
