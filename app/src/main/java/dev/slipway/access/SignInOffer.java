package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import java.util.List;

/**
 * How one can sign in here.
 *
 * @param demoPeople in demo mode only: who can be signed in as with one click
 * @param demoPassword theirs; empty outside demo mode
 * @param providers identity providers
 */
public record SignInOffer(List<DemoPerson> demoPeople, String demoPassword, List<Provider> providers) {

    public SignInOffer {
        demoPeople = List.copyOf(demoPeople);
        providers = List.copyOf(providers);
    }

    /**
     * @param role what the person is at Aldermoor: {@code Developer, Claims}
     */
    public record DemoPerson(PersonId id, String name, String role) {}

    /**
     * @param name as it is shown
     * @param href where the sign-in through it begins
     */
    public record Provider(String name, String href) {}
}
