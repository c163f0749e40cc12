package dev.slipway.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The published versions. */
interface PublishedVersionRepository extends Repository<PublishedVersion, PublishedVersion.Key> {

    List<PublishedVersion> findAll();

    List<PublishedVersion> findByKeyName(String name);

    Optional<PublishedVersion> findById(PublishedVersion.Key key);

    boolean existsByKeyNameAndContentHash(String name, String contentHash);

    PublishedVersion saveAndFlush(PublishedVersion version);

    default Optional<PublishedVersion> find(String name, String version) {
        return findById(new PublishedVersion.Key(name, version));
    }

    /** The highest version first. */
    default List<PublishedVersion> of(String name) {
        return findByKeyName(name).stream()
                .sorted(PublishedVersion.BY_VERSION.reversed())
                .toList();
    }

    default Optional<PublishedVersion> newest(String name) {
        return of(name).stream().findFirst();
    }
}
