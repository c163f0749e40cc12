package dev.slipway.catalog;

import dev.slipway.catalog.PublishedVersion.Key;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The published versions. */
interface PublishedVersionRepository extends Repository<PublishedVersion, Key> {

    List<PublishedVersion> findAll();

    List<PublishedVersion> findByKeyName(String name);

    Optional<PublishedVersion> findById(Key key);

    PublishedVersion saveAndFlush(PublishedVersion version);

    default Optional<PublishedVersion> find(String name, String version) {
        return findById(new Key(name, version));
    }

    /** The highest version first. */
    default List<PublishedVersion> of(String name) {
        return findByKeyName(name).stream()
                .sorted(PublishedVersion.BY_VERSION.reversed())
                .toList();
    }
}
