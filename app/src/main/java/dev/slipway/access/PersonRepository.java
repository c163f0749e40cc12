package dev.slipway.access;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** People, each with all their roles in one query. */
interface PersonRepository extends Repository<Person, String> {

    /** Also those who are not enabled. */
    @EntityGraph(attributePaths = {"teams", "approves"})
    Optional<Person> findById(String id);

    default Optional<Person> findEnabled(String id) {
        return findById(id).filter(Person::isEnabled);
    }

    /** By name. */
    @EntityGraph(attributePaths = {"teams", "approves"})
    @Query("""
            select person from Person person
            where person.enabled and (person.approvesAll or :team member of person.approves)
            order by person.name
            """)
    List<Person> approversOf(String team);

    /** By name. */
    @EntityGraph(attributePaths = {"teams", "approves"})
    @Query("""
            select person from Person person
            where person.enabled and exists (select 1 from person.teams role where key(role) = :team)
            order by person.name
            """)
    List<Person> membersOf(String team);

    long count();

    Person saveAndFlush(Person person);
}
