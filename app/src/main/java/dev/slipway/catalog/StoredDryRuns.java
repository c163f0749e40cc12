package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.cluster.Clusters;
import dev.slipway.kernel.NotFoundException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Dry runs as rows; the work itself is the task's. */
@Service
class StoredDryRuns implements DryRuns {

    private final DraftRepository drafts;
    private final DryRunRows rows;
    private final Clusters clusters;
    private final AuditTrail audit;
    private final InstantSource clock;

    StoredDryRuns(DraftRepository drafts, DryRunRows rows, Clusters clusters, AuditTrail audit, InstantSource clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.clusters = clusters;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DryRunView> of(Caller caller, String name, String contentHash) {
        return caller.isPlatformAdmin() ? rows.newest(name, contentHash) : Optional.empty();
    }

    /** Under the draft's lock, so that two who ask at once begin one. */
    @Override
    @Transactional
    public void start(Caller caller, String name, boolean again) {
        StoredDrafts.requireAdmin(caller, name);
        var draft = drafts.lock(name)
                .map(Draft::view)
                .orElseThrow(
                        () -> new NotFoundException("draft-not-found", "There is no draft of %s.".formatted(name)));
        var there = rows.newest(name, draft.contentHash());
        if (there.filter(run -> !run.isOver() || !again).isPresent()) {
            return;
        }
        rows.begin(caller, draft, clusters.all(), clock.instant());
        audit.record(AuditEntry.of(
                        caller.person(),
                        "draft.dry-run",
                        "blueprint",
                        name,
                        "Began a dry run of the draft of %s".formatted(name))
                .with("content", draft.contentHash()));
    }
}
