package dev.slipway.access;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Who signs out here signs out at the identity provider too, or the next click would sign them in again. */
final class EndOfSession {

    private static final String SIGNED_OUT = "/sign-in?signed-out";

    private EndOfSession() {}

    static OidcClientInitiatedLogoutSuccessHandler handler(ClientRegistrationRepository known) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(known);
        handler.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        handler.setDefaultTargetUrl(SIGNED_OUT);
        return handler;
    }

    /** Where signing out leads to: browsers hold a form's redirects, too, against what the page allows its forms. */
    static Set<String> origins(@Nullable ClientRegistrationRepository registrations) {
        return registrations instanceof Iterable<?> known
                ? StreamSupport.stream(known.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .flatMap(registration -> origin(registration).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Optional<String> origin(ClientRegistration registration) {
        return Optional.ofNullable(registration
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint"))
                .map(address -> URI.create(String.valueOf(address)))
                .map(address -> address.getScheme() + "://" + address.getAuthority());
    }
}
