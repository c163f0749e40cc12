package dev.slipway.access;

import java.util.Map;
import java.util.Set;
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

    private final OidcUserService provider = new OidcUserService();
    private final PersonRows rows;
    private final TransactionTemplate transactions;

    ProviderSignIn(PersonRows rows, TransactionTemplate transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = provider.loadUser(request);
        var person = PersonIds.of(user.getName())
                .orElseThrow(
                        () -> new OAuth2AuthenticationException(new OAuth2Error("name", "No name for Slipway", null)));
        var name = user.getFullName() == null || user.getFullName().isBlank() ? person.value() : user.getFullName();
        transactions.executeWithoutResult(
                transaction -> rows.add(new PersonView(person, name, Set.of(), Map.of(), ApproverScope.NONE), null));
        return user;
    }
}
