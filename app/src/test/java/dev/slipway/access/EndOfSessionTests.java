package dev.slipway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

class EndOfSessionTests {

    @Test
    void formsMayLeadToWhereTheProviderEndsSessions() {
        assertThat(EndOfSession.origins(
                        provider(Map.of("end_session_endpoint", "https://identity.example:8443/realms/house/logout"))))
                .containsExactly("https://identity.example:8443");
    }

    @Test
    void aProviderThatEndsNoSessionsOpensNothing() {
        assertThat(EndOfSession.origins(provider(Map.of()))).isEmpty();
        assertThat(EndOfSession.origins(null)).isEmpty();
    }

    private static InMemoryClientRegistrationRepository provider(Map<String, Object> metadata) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("oidc")
                .clientId("slipway")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/oidc")
                .authorizationUri("https://identity.example:8443/realms/house/auth")
                .tokenUri("https://identity.example:8443/realms/house/token")
                .providerConfigurationMetadata(metadata)
                .build());
    }
}
