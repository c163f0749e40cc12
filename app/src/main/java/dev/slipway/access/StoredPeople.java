package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredPeople implements People {

    private final PersonRows rows;

    StoredPeople(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<PersonView> find(PersonId person) {
        return rows.find(person);
    }

    @Override
    public String nameOf(PersonId person) {
        return Caller.SYSTEM.person().equals(person)
                ? Caller.SYSTEM.name()
                : rows.find(person).map(PersonView::name).orElse(person.value());
    }

    @Override
    public List<PersonView> approversOf(TeamId team) {
        return rows.approversOf(team);
    }

    @Override
    public List<PersonView> membersOf(TeamId team) {
        return rows.membersOf(team);
    }

    @Override
    public Caller caller(Authentication authentication) {
        if (authentication instanceof SignedIn signedIn) {
            return signedIn.getPrincipal();
        }
        return PersonIds.of(authentication.getName())
                .flatMap(this::caller)
                .orElseThrow(() -> new RefusedException("not-signed-in", "You are not signed in. Sign in to go on."));
    }

    @Override
    public Optional<Caller> caller(PersonId person) {
        return rows.find(person)
                .map(found -> new Caller(found.id(), found.name(), found.roles(), found.teams(), found.approves()));
    }
}
