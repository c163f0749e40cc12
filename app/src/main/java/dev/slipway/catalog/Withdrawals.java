package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a request for a signature when the draft under it changes: it is withdrawn, in the same transaction. */
@Component
class Withdrawals {

    private final CertificationRepository certifications;
    private final AuditTrail audit;
    private final InstantSource clock;

    Withdrawals(CertificationRepository certifications, AuditTrail audit, InstantSource clock) {
        this.certifications = certifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Caller caller, String blueprint, String why) {
        certifications.waiting(blueprint).ifPresent(waiting -> withdraw(caller, waiting, why));
    }

    void withdraw(Caller caller, Certification certification, String why) {
        certification.withdraw(caller.person(), clock.instant(), why);
        certifications.saveAndFlush(certification);
        audit.record(AuditEntry.of(
                        caller.person(),
                        "blueprint.certification-withdrawn",
                        "blueprint",
                        certification.blueprint(),
                        "Withdrew the request to certify %s %s"
                                .formatted(certification.blueprint(), certification.version()))
                .with("why", why));
    }
}
