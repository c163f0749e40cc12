package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Store;
import dev.slipway.cluster.sandbox.controller.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a sandbox's state in a file, so that what runs on it outlives a restart. */
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final Store store;
    private final Journal journal;
    private final @Nullable Path file;
    private long kept;

    /** @param file null for nowhere */
    Keeper(Store store, Journal journal, @Nullable Path file) {
        this.store = store;
        this.journal = journal;
        this.file = file;
    }

    /** All there is at one moment; cheap, as none of it ever alters. */
    record Picture(List<Entity> entities, List<KubernetesEvent> events) {}

    /** Fills the store with what was kept; returns it. What cannot be read is put aside. */
    List<Entity> restore() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            var picture = Snapshot.read(file);
            picture.entities().forEach(store::restore);
            picture.events().forEach(journal::restore);
            kept = store.version();
            return store.all();
        } catch (IOException | RuntimeException broken) {
            putAside(file, broken);
            return List.of();
        }
    }

    private static void putAside(Path file, Exception broken) {
        var aside = file.resolveSibling(file.getFileName() + ".broken");
        LOG.warn("The sandbox's state {} cannot be read; it is put aside and the sandbox begins anew", file, broken);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stuck) {
            LOG.warn("{} cannot be put aside", file, stuck);
        }
    }

    /** To be called under the cluster's lock; empty when nothing has changed since, or there is nowhere to keep it. */
    Optional<Picture> photograph() {
        if (file == null || store.version() == kept) {
            return Optional.empty();
        }
        kept = store.version();
        return Optional.of(new Picture(store.all(), journal.all()));
    }

    void keep(Picture picture) {
        if (file == null) {
            return;
        }
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(folder, "snapshot", ".tmp");
            Snapshot.write(picture, fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            LOG.warn("The sandbox's state cannot be kept in {}", file, failed);
        }
    }
}
