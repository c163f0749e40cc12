package dev.slipway.access;

import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who signed in. */
@Component
class SignInRecorder {

    private final AuditTrail trail;

    SignInRecorder(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    @Transactional
    public void on(InteractiveAuthenticationSuccessEvent event) {
        PersonIds.of(event.getAuthentication().getName())
                .ifPresent(person ->
                        trail.record(AuditEntry.of(person, "person.signed-in", "person", person.value(), "Signed in")));
    }
}
