package dev.slipway.access;

import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sign-in through an identity provider. Who comes for the first time is known from then on; what they are, their groups say, as
 * the settings read them.
 */
@Component
class ProviderSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final OidcUserService provider = new OidcUserService();
    private final AccessSettings settings;
    private final GroupRoles groups;
    private final PersonRepository people;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    ProviderSignIn(
            AccessSettings settings,
            GroupRoles groups,
            PersonRepository people,
            AuditTrail trail,
            TransactionTemplate transactions) {
        this.settings = settings;
        this.groups = groups;
        this.people = people;
        this.trail = trail;
        this.transactions = transactions;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = provider.loadUser(request);
        var person = PersonIds.of(user.getName())
                .orElseThrow(
                        () -> new OAuth2AuthenticationException(new OAuth2Error("name", "No name for Slipway", null)));
        var name = user.getFullName() == null || user.getFullName().isBlank() ? person.value() : user.getFullName();
        cameThrough(groups.of(person, name, user.getClaims()));
        return user;
    }

    void cameThrough(PersonView told) {
        try {
            transactions.executeWithoutResult(transaction ->
                    people.findById(told.id().value()).ifPresentOrElse(known -> update(known, told), () -> add(told)));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException quicker) {
            LOG.debug("{} signed in twice at once", told.id());
        }
    }

    private void add(PersonView told) {
        people.saveAndFlush(Person.withoutPassword(told));
        if (groups.decide()) {
            record(told);
        }
    }

    private void update(Person known, PersonView told) {
        if (groups.decide() && known.takeOver(keepingFirstAdmin(known.view(), told))) {
            people.saveAndFlush(known);
            record(known.view());
        }
    }

    /** Or a mistake in the groups would leave nobody who can mend it. */
    private PersonView keepingFirstAdmin(PersonView known, PersonView told) {
        if (!known.id().value().equals(settings.admin()) || !known.roles().contains(PlatformRole.PLATFORM_ADMIN)) {
            return told;
        }
        var roles = EnumSet.of(PlatformRole.PLATFORM_ADMIN);
        roles.addAll(told.roles());
        return new PersonView(told.id(), told.name(), roles, told.teams(), told.approves());
    }

    private void record(PersonView person) {
        trail.record(AuditEntry.of(
                        Caller.SYSTEM.person(),
                        "person.roles-read",
                        "person",
                        person.id().value(),
                        "Read from the identity provider what %s is".formatted(person.name()))
                .with("roles", words(person.roles().stream()))
                .with(
                        "teams",
                        words(person.teams().entrySet().stream()
                                .map(member -> member.getKey() + " " + member.getValue())))
                .with("approves", person.approves().all() ? "all teams" : words(person.approves().teams().stream())));
    }

    private static String words(Stream<?> things) {
        return things.map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
