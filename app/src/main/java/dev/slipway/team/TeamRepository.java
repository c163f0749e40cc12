package dev.slipway.team;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** Teams, each with its environments in one query. */
interface TeamRepository extends Repository<Team, String> {

    @EntityGraph(attributePaths = {"environments", "environments.clusters"})
    List<Team> findAllByOrderByTitle();

    @EntityGraph(attributePaths = {"environments", "environments.clusters"})
    Optional<Team> findById(String id);

    Team saveAndFlush(Team team);
}
