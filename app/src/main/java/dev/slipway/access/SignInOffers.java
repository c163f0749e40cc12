package dev.slipway.access;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The ways in, for the sign-in page. */
@Component
public class SignInOffers {

    private final SignInOffer offer;

    SignInOffers(ObjectProvider<DemoPeople> demo, ObjectProvider<ClientRegistrationRepository> registrations) {
        var isDemo = demo.getIfAvailable() != null;
        this.offer = new SignInOffer(
                isDemo ? DemoPeople.offered() : List.of(),
                isDemo ? DemoPeople.PASSWORD : "",
                providers(registrations.getIfAvailable()));
    }

    public SignInOffer get() {
        return offer;
    }

    private static List<SignInOffer.Provider> providers(@Nullable ClientRegistrationRepository registrations) {
        if (!(registrations instanceof Iterable<?> known)) {
            return List.of();
        }
        return StreamSupport.stream(known.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .map(registration -> new SignInOffer.Provider(
                        registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId()))
                .toList();
    }
}
