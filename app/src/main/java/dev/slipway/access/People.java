package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** The people that Slipway knows. */
public interface People {

    Optional<PersonView> find(PersonId person);

    /** The person's name, or the id where the person is not known any more. */
    String nameOf(PersonId person);

    /** Who may decide the team's requests, by name. */
    List<PersonView> approversOf(TeamId team);

    /** The team's developers and owners, owners first, then by name. */
    List<PersonView> membersOf(TeamId team);

    /**
     * Whoever is signed in, as the roles stand now. Controllers need not call it: they take a {@link Caller} parameter.
     *
     * @throws dev.slipway.kernel.RefusedException when nobody is signed in or the person is no longer known
     */
    Caller caller(Authentication authentication);

    /** Somebody known by name, for work that goes on without them. */
    Optional<Caller> caller(PersonId person);
}
