package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a version on its row. */
@Service
class StoredDeprecations implements Deprecations {

    private static final int LONGEST = 2_000;

    private final PublishedVersionRepository published;
    private final StoredCatalog catalog;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    StoredDeprecations(
            PublishedVersionRepository published,
            StoredCatalog catalog,
            AuditTrail audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.published = published;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void deprecate(Caller caller, String name, String version, long seen, LocalDate until, String note) {
        var row = row(caller, name, version, seen);
        if (note.isBlank() || note.strip().length() > LONGEST) {
            throw new InvalidException("no-comment", "Say what to do instead, in at most 2,000 characters.", "note");
        }
        if (!until.isAfter(Days.today(clock))) {
            throw new InvalidException("end-in-the-past", "Choose a day after today.", "until");
        }
        row.deprecate(new Deprecation(caller.person(), clock.instant(), until, note.strip()));
        write(row);
        audit.record(AuditEntry.of(
                        caller.person(),
                        "blueprint.deprecated",
                        "blueprint",
                        name,
                        "Deprecated %s %s until %s".formatted(name, version, Days.written(until)))
                .with("version", version)
                .with("until", until.toString())
                .with("note", note.strip()));
        events.publishEvent(
                new VersionDeprecated(name, version, title(name, version), until, note.strip(), caller.person()));
    }

    @Override
    @Transactional
    public void retire(Caller caller, String name, String version, long seen) {
        var row = row(caller, name, version, seen);
        row.deprecation()
                .map(Deprecation::until)
                .filter(until -> until.isAfter(Days.today(clock)))
                .ifPresent(until -> {
                    throw new InvalidException(
                            "too-early",
                            "Those who run it were told %s. Deprecate it until another day first, if it has to end sooner."
                                    .formatted(Days.written(until)));
                });
        row.retire(caller.person(), clock.instant());
        write(row);
        audit.record(AuditEntry.of(
                        caller.person(),
                        "blueprint.retired",
                        "blueprint",
                        name,
                        "Retired %s %s".formatted(name, version))
                .with("version", version));
        events.publishEvent(new VersionRetired(name, version, title(name, version), caller.person()));
    }

    private PublishedVersion row(Caller caller, String name, String version, long seen) {
        var row = published
                .find(name, version)
                .filter(found -> caller.isPlatformAdmin())
                .orElseThrow(() -> new NotFoundException(
                        "blueprint-not-found", "There is no version %s of a blueprint %s.".formatted(version, name)));
        if (row.changes() != seen) {
            throw changed();
        }
        return row;
    }

    private void write(PublishedVersion row) {
        try {
            published.saveAndFlush(row);
        } catch (OptimisticLockingFailureException quicker) {
            throw changed();
        }
    }

    private static ConflictException changed() {
        return new ConflictException(
                "version-changed",
                "Somebody else has deprecated or retired this version meanwhile; nothing was changed now. Look at it again.");
    }

    private String title(String name, String version) {
        return catalog.version(name, version).blueprint().descriptor().title();
    }
}
