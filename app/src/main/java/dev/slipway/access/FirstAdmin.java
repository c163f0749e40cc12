package dev.slipway.access;

import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.PersonId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** While a new installation knows nobody, somebody must be able to come in. */
@Component
@Order(10)
@ConditionalOnBooleanProperty(name = "slipway.demo", havingValue = false, matchIfMissing = true)
class FirstAdmin implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final AccessSettings settings;
    private final PersonRows rows;
    private final PasswordEncoder encoder;
    private final AuditTrail trail;
    private final boolean provider;

    FirstAdmin(
            AccessSettings settings,
            PersonRows rows,
            PasswordEncoder encoder,
            AuditTrail trail,
            ObjectProvider<ClientRegistrationRepository> registrations) {
        this.settings = settings;
        this.rows = rows;
        this.encoder = encoder;
        this.trail = trail;
        this.provider = registrations.getIfAvailable() != null;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!rows.isEmpty()) {
            return;
        }
        var admin = new PersonId(settings.admin());
        var view =
                new PersonView(admin, admin.value(), Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE);
        if (provider) {
            rows.add(view, null);
            LOG.info("{} is platform admin and signs in through the identity provider", admin);
        } else {
            var password = password();
            rows.add(view, encoder.encode(password));
            LOG.info("Sign in as {} with the password {}; it is told only this once", admin, password);
        }
        trail.record(AuditEntry.of(
                Caller.SYSTEM.person(), "person.appointed", "person", admin.value(), "Made the first platform admin"));
    }

    private static String password() {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
