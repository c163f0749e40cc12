package dev.slipway.cost;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The entries of the price book. */
interface PriceEntryRepository extends Repository<PriceEntry, Long> {

    List<PriceEntry> findAllByOrderByVersion();

    /** 0 of an empty book. */
    @Query("select coalesce(max(entry.version), 0) from PriceEntry entry")
    long newestVersion();

    PriceEntry saveAndFlush(PriceEntry entry);
}
