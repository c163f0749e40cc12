package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredPeople implements People {

    private final PersonRepository people;

    StoredPeople(PersonRepository people) {
        this.people = people;
    }

    @Override
    public Optional<PersonView> find(PersonId person) {
        return known(person).map(Person::view);
    }

    @Override
    public String nameOf(PersonId person) {
        return Caller.SYSTEM.person().equals(person)
                ? Caller.SYSTEM.name()
                : known(person).map(Person::name).orElse(person.value());
    }

    @Override
    public List<PersonView> approversOf(TeamId team) {
        return people.approversOf(team.value()).stream().map(Person::view).toList();
    }

    @Override
    public List<PersonView> membersOf(TeamId team) {
        return people.membersOf(team.value()).stream()
                .sorted(Comparator.comparing((Person member) -> !member.owns(team)))
                .map(Person::view)
                .toList();
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
        return known(person).map(Person::caller);
    }

    private Optional<Person> known(PersonId person) {
        return people.findEnabled(person.value());
    }
}
