package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with all their roles. Who is not enabled is as if they were not there. */
@Entity
@Table(schema = "access", name = "person")
class Person {

    @Id
    private String id;

    private String name;

    private @Nullable String password;

    private boolean enabled = true;

    private boolean platformAdmin;

    private boolean auditor;

    private boolean approvesAll;

    @ElementCollection
    @CollectionTable(schema = "access", name = "membership", joinColumns = @JoinColumn(name = "person"))
    @MapKeyColumn(name = "team")
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Map<String, TeamRole> teams = new HashMap<>();

    @ElementCollection
    @CollectionTable(schema = "access", name = "approver", joinColumns = @JoinColumn(name = "person"))
    @Column(name = "team")
    private Set<String> approves = new HashSet<>();

    @Version
    private @Nullable Long version;

    protected Person() {}

    private Person(PersonView known, @Nullable String password) {
        this.id = known.id().value();
        this.password = password;
        take(known);
    }

    static Person withPassword(PersonView known, String encoded) {
        return new Person(known, encoded);
    }

    /** Signs in through an identity provider only. */
    static Person withoutPassword(PersonView known) {
        return new Person(known, null);
    }

    /** With its algorithm as a prefix; none for those who come through an identity provider. */
    Optional<String> password() {
        return Optional.ofNullable(password);
    }

    boolean isEnabled() {
        return enabled;
    }

    String name() {
        return name;
    }

    boolean owns(TeamId team) {
        return teams.get(team.value()) == TeamRole.OWNER;
    }

    /**
     * Takes the name and the roles that the identity provider tells.
     *
     * @return whether any of them is another than before
     */
    boolean takeOver(PersonView told) {
        if (told.equals(view())) {
            return false;
        }
        take(told);
        return true;
    }

    private void take(PersonView told) {
        name = told.name();
        platformAdmin = told.roles().contains(PlatformRole.PLATFORM_ADMIN);
        auditor = told.roles().contains(PlatformRole.AUDITOR);
        approvesAll = told.approves().all();
        teams.clear();
        told.teams().forEach((team, role) -> teams.put(team.value(), role));
        approves.clear();
        told.approves().teams().forEach(team -> approves.add(team.value()));
    }

    PersonView view() {
        return new PersonView(new PersonId(id), name, roles(), memberships(), scope());
    }

    Caller caller() {
        return new Caller(new PersonId(id), name, roles(), memberships(), scope());
    }

    private Set<PlatformRole> roles() {
        var roles = EnumSet.noneOf(PlatformRole.class);
        if (platformAdmin) {
            roles.add(PlatformRole.PLATFORM_ADMIN);
        }
        if (auditor) {
            roles.add(PlatformRole.AUDITOR);
        }
        return roles;
    }

    private Map<TeamId, TeamRole> memberships() {
        return teams.entrySet().stream()
                .collect(Collectors.toMap(member -> new TeamId(member.getKey()), Map.Entry::getValue));
    }

    private ApproverScope scope() {
        return new ApproverScope(approvesAll, approves.stream().map(TeamId::new).collect(Collectors.toSet()));
    }
}
