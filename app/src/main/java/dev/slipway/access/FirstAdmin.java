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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** While a new installation knows nobody, somebody must be able to come in. */
@Component
@Order(10)
@ConditionalOnBooleanProperty(name = "slipway.demo", havingValue = false, matchIfMissing = true)
class FirstAdmin implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final AccessSettings settings;
    private final PersonRepository people;
    private final PasswordEncoder encoder;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final boolean provider;

    FirstAdmin(
            AccessSettings settings,
            PersonRepository people,
            PasswordEncoder encoder,
            AuditTrail trail,
            TransactionTemplate transactions,
            ObjectProvider<ClientRegistrationRepository> registrations) {
        this.settings = settings;
        this.people = people;
        this.encoder = encoder;
        this.trail = trail;
        this.transactions = transactions;
        this.provider = registrations.getIfAvailable() != null;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (people.count() > 0) {
            return;
        }
        var admin = new PersonId(settings.admin());
        var known =
                new PersonView(admin, admin.value(), Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE);
        try {
            if (provider) {
                appoint(Person.withoutPassword(known));
                LOG.info("{} is platform admin and signs in through the identity provider", admin);
            } else {
                var password = password();
                appoint(Person.withPassword(known, String.valueOf(encoder.encode(password))));
                LOG.info("Sign in as {} with the password {}; it is told only this once", admin, password);
            }
        } catch (DataIntegrityViolationException quicker) {
            LOG.info("Another replica has made {} platform admin; its log says how to sign in", admin);
        }
    }

    private void appoint(Person admin) {
        transactions.executeWithoutResult(transaction -> {
            people.saveAndFlush(admin);
            trail.record(AuditEntry.of(
                    Caller.SYSTEM.person(),
                    "person.appointed",
                    "person",
                    settings.admin(),
                    "Made the first platform admin"));
        });
    }

    private static String password() {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
