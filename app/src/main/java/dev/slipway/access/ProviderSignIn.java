package dev.slipway.access;

import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sign-in through an identity provider. Who comes for the first time is known from then on, without any role. */
@Component
class ProviderSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final OidcUserService provider = new OidcUserService();
    private final PersonRepository people;
    private final TransactionTemplate transactions;

    ProviderSignIn(PersonRepository people, TransactionTemplate transactions) {
        this.people = people;
        this.transactions = transactions;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = provider.loadUser(request);
        var person = PersonIds.of(user.getName())
                .orElseThrow(
                        () -> new OAuth2AuthenticationException(new OAuth2Error("name", "No name for Slipway", null)));
        var name = user.getFullName() == null || user.getFullName().isBlank() ? person.value() : user.getFullName();
        remember(new PersonView(person, name, Set.of(), Map.of(), ApproverScope.NONE));
        return user;
    }

    private void remember(PersonView person) {
        try {
            transactions.executeWithoutResult(transaction -> {
                if (!people.existsById(person.id().value())) {
                    people.saveAndFlush(Person.withoutPassword(person));
                }
            });
        } catch (DataIntegrityViolationException quicker) {
            LOG.debug("{} signed in twice at once for the first time", person.id());
        }
    }
}
