package dev.slipway.access;

import static dev.slipway.access.TeamRole.DEVELOPER;
import static dev.slipway.access.TeamRole.OWNER;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of Aldermoor, an insurer that does not exist. In demo mode only; those that a database does not know are added at start. */
@Component
@Order(10)
@ConditionalOnBooleanProperty("slipway.demo")
class DemoPeople implements ApplicationRunner {

    static final String PASSWORD = "launch-it";

    private static final TeamId CLAIMS = new TeamId("claims");
    private static final TeamId FRAUD = new TeamId("fraud");
    private static final TeamId ASSIST = new TeamId("assist");
    private static final TeamId SEARCH = new TeamId("search");

    static final List<PersonView> PEOPLE = List.of(
            member("mira.okafor", "Mira Okafor", Map.of(CLAIMS, DEVELOPER)),
            member("henrik.vogel", "Henrik Vogel", Map.of(CLAIMS, OWNER)),
            member("priya.raman", "Priya Raman", Map.of(FRAUD, DEVELOPER)),
            member("leila.haddad", "Leïla Haddad", Map.of(SEARCH, OWNER, ASSIST, DEVELOPER)),
            member("daniel.weiss", "Daniel Weiss", Map.of(ASSIST, OWNER)),
            person("tomasz.nowak", "Tomasz Nowak", Set.of(), Map.of(), ApproverScope.ALL),
            person(
                    "jonas.lindqvist",
                    "Jonas Lindqvist",
                    Set.of(),
                    Map.of(FRAUD, OWNER),
                    ApproverScope.of(FRAUD, SEARCH)),
            person("ana.ferreira", "Ana Ferreira", Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE),
            person("noor.bakker", "Noor Bakker", Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE),
            person("ingrid.solheim", "Ingrid Solheim", Set.of(PlatformRole.AUDITOR), Map.of(), ApproverScope.NONE));

    private final PersonRepository people;
    private final PasswordEncoder encoder;

    DemoPeople(PersonRepository people, PasswordEncoder encoder) {
        this.people = people;
        this.encoder = encoder;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (people.count() < PEOPLE.size()) {
            var password = String.valueOf(encoder.encode(PASSWORD));
            PEOPLE.stream()
                    .filter(person -> people.findById(person.id().value()).isEmpty())
                    .forEach(person -> people.saveAndFlush(Person.withPassword(person, password)));
        }
    }

    static List<SignInOffer.DemoPerson> offered() {
        return PEOPLE.stream()
                .map(person -> new SignInOffer.DemoPerson(person.id(), person.name(), role(person)))
                .toList();
    }

    private static String role(PersonView person) {
        var platform = person.roles().stream().map(role -> words(role.name()));
        var teams = person.teams().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(member -> words(member.getValue().name()) + ", "
                        + words(member.getKey().value()));
        var approver = Stream.of(person.approves())
                .filter(scope -> !scope.isNone())
                .map(scope -> scope.all() ? "Approver, all teams" : "Approver, " + names(scope.teams()));
        return Stream.of(platform, approver, teams).flatMap(words -> words).collect(Collectors.joining("; "));
    }

    private static String names(Set<TeamId> teams) {
        return teams.stream().sorted().map(team -> words(team.value())).collect(Collectors.joining(" and "));
    }

    /** {@code PLATFORM_ADMIN} as {@code Platform admin}. */
    private static String words(String name) {
        var lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    private static PersonView member(String id, String name, Map<TeamId, TeamRole> teams) {
        return person(id, name, Set.of(), teams, ApproverScope.NONE);
    }

    private static PersonView person(
            String id, String name, Set<PlatformRole> roles, Map<TeamId, TeamRole> teams, ApproverScope approves) {
        return new PersonView(new PersonId(id), name, roles, teams, approves);
    }
}
