package dev.slipway.audit.web;

import dev.slipway.audit.AuditPage;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.ChainState;
import dev.slipway.audit.RecordedEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditApiController {

    private final AuditTrail trail;

    AuditApiController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/v1/audit")
    @PreAuthorize("hasAnyRole('AUDITOR', 'PLATFORM_ADMIN')")
    Answer search(AuditFilter filter) {
        return Answer.of(trail.search(filter.query(ZoneOffset.UTC)));
    }

    record Answer(List<Entry> entries, @Nullable Long next, Chain chain) {

        static Answer of(AuditPage page) {
            return new Answer(
                    page.entries().stream().map(Entry::of).toList(), page.next().orElse(null), Chain.of(page.chain()));
        }
    }

    record Entry(
            long number,
            Instant at,
            @Nullable String actor,
            String action,
            String subjectKind,
            String subject,
            @Nullable String team,
            String summary,
            Map<String, String> details,
            String hash) {

        static Entry of(RecordedEntry recorded) {
            var entry = recorded.entry();
            return new Entry(
                    recorded.number(),
                    recorded.at(),
                    entry.actor().map(Object::toString).orElse(null),
                    entry.action(),
                    entry.subjectKind(),
                    entry.subject(),
                    entry.team().map(Object::toString).orElse(null),
                    entry.summary(),
                    entry.details(),
                    recorded.hash());
        }
    }

    record Chain(boolean verified, long entries, @Nullable String head, Instant at) {

        static Chain of(ChainState state) {
            return switch (state) {
                case ChainState.Verified verified ->
                    new Chain(true, verified.entries(), verified.head(), verified.at());
                case ChainState.Broken broken -> new Chain(false, broken.number() - 1, null, broken.at());
            };
        }
    }
}
