package dev.slipway.team;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.TeamId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An environment, as a part of its team. */
@Entity
@Table(schema = "team", name = "environment")
class Environment {

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private EnvironmentKind kind;

    private @Nullable Instant expires;

    @ElementCollection
    @CollectionTable(
            schema = "team",
            name = "environment_cluster",
            joinColumns = {
                @JoinColumn(name = "team", referencedColumnName = "team"),
                @JoinColumn(name = "name", referencedColumnName = "name")
            })
    @OrderColumn(name = "position")
    @Column(name = "cluster")
    private List<String> clusters;

    protected Environment() {}

    Environment(EnvironmentView environment) {
        this.key = new Key(environment.id().team().value(), environment.id().name());
        this.kind = environment.kind();
        this.expires = environment.expires().orElse(null);
        this.clusters = environment.clusters().stream().map(ClusterId::value).toList();
    }

    EnvironmentView view() {
        return new EnvironmentView(
                new EnvironmentId(new TeamId(key.team), key.name),
                kind,
                clusters.stream().map(ClusterId::new).toList(),
                Optional.ofNullable(expires));
    }

    @Embeddable
    record Key(String team, String name) {}
}
