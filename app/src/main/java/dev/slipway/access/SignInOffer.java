package dev.slipway.access;

import java.util.List;

/**
 * How one can sign in here.
 *
 * @param demoPeople in demo mode only: who can be signed in as with one click
 * @param demoPassword theirs; empty outside demo mode
 * @param providers identity providers
 */
public record SignInOffer(List<PersonView> demoPeople, String demoPassword, List<Provider> providers) {

    /**
     * @param name as it is shown
     * @param href where the sign-in through it begins
     */
    public record Provider(String name, String href) {}
}
