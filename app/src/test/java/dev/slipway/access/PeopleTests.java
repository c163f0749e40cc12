package dev.slipway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.testing.SlipwayTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SlipwayTest
class PeopleTests {

    private static final TeamId NORTH = new TeamId("north");
    private static final TeamId SOUTH = new TeamId("south");

    @Autowired
    People people;

    @Autowired
    PersonRepository repository;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aTeamsMembersComeWithAllTheirRolesOwnersFirst() {
        add("zoe", Map.of(NORTH, TeamRole.OWNER, SOUTH, TeamRole.DEVELOPER), ApproverScope.of(NORTH, SOUTH));
        add("adam", Map.of(NORTH, TeamRole.DEVELOPER), ApproverScope.NONE);
        add("eve", Map.of(SOUTH, TeamRole.OWNER), ApproverScope.ALL);

        assertThat(people.membersOf(NORTH))
                .extracting(member -> member.id().value())
                .containsExactly("zoe", "adam");
        assertThat(people.membersOf(NORTH).getFirst()).satisfies(zoe -> {
            assertThat(zoe.teams())
                    .containsOnly(Map.entry(NORTH, TeamRole.OWNER), Map.entry(SOUTH, TeamRole.DEVELOPER));
            assertThat(zoe.approves()).isEqualTo(ApproverScope.of(NORTH, SOUTH));
        });
        assertThat(people.approversOf(SOUTH))
                .extracting(approver -> approver.id().value())
                .contains("eve", "zoe")
                .doesNotContain("adam");
    }

    @Test
    void whoIsNotEnabledIsNotThere() {
        add("ivo", Map.of(new TeamId("west"), TeamRole.OWNER), ApproverScope.NONE);
        database.sql("update access.person set enabled = false where id = 'ivo'")
                .update();

        assertThat(people.find(new PersonId("ivo"))).isEmpty();
        assertThat(people.caller(new PersonId("ivo"))).isEmpty();
        assertThat(people.membersOf(new TeamId("west"))).isEmpty();
        assertThat(people.nameOf(new PersonId("ivo"))).isEqualTo("ivo");
    }

    @Test
    void nobodyTakesTheNameOfAnother() {
        add("uma", Map.of(NORTH, TeamRole.OWNER), ApproverScope.NONE);

        assertThatThrownBy(() -> add("uma", Map.of(), ApproverScope.ALL))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(people.find(new PersonId("uma")).orElseThrow().approves()).isEqualTo(ApproverScope.NONE);
    }

    @Test
    void entitiesAndSqlShareOneTransaction() {
        transactions.executeWithoutResult(transaction -> {
            add("tom", Map.of(NORTH, TeamRole.DEVELOPER), ApproverScope.NONE);
            assertThat(memberships("tom")).isOne();
            database.sql("delete from access.membership where person = 'tom'").update();
            transaction.setRollbackOnly();
        });

        assertThat(memberships("tom")).isZero();
        assertThat(people.find(new PersonId("tom"))).isEmpty();
    }

    private long memberships(String person) {
        return database.sql("select count(*) from access.membership where person = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private void add(String name, Map<TeamId, TeamRole> teams, ApproverScope approves) {
        var person = new PersonView(new PersonId(name), name, Set.of(), teams, approves);
        repository.saveAndFlush(Person.withoutPassword(person));
    }
}
