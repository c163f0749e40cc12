package dev.slipway.team;

import dev.slipway.kernel.TeamId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A team with its environments. What it may hold is the ledger's. */
@Entity
@Table(schema = "team", name = "team")
class Team {

    private static final Comparator<EnvironmentView> ORDER = Comparator.comparing(EnvironmentView::kind)
            .thenComparing(environment -> environment.id().name());

    @Id
    private String id;

    private String title;

    private int colour;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "team", insertable = false, updatable = false)
    private Set<Environment> environments = new HashSet<>();

    @Version
    private @Nullable Long version;

    protected Team() {}

    Team(TeamView team) {
        this.id = team.id().value();
        this.title = team.title();
        this.colour = team.colour();
        team.environments().forEach(environment -> environments.add(new Environment(environment)));
    }

    Optional<EnvironmentView> environment(String name) {
        return environments.stream()
                .map(Environment::view)
                .filter(environment -> environment.id().name().equals(name))
                .findFirst();
    }

    TeamView view() {
        return new TeamView(
                new TeamId(id),
                title,
                colour,
                environments.stream().map(Environment::view).sorted(ORDER).toList());
    }
}
