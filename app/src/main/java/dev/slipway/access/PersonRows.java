package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People with all their roles, in one query each. */
@Component
class PersonRows {

    private static final String PEOPLE = """
            select id, name, platform_admin, auditor, approves_all,
                   array(select team || ' ' || role from access.membership where person = id) as teams,
                   array(select team from access.approver where person = id) as approves
              from access.person where enabled
            """;

    private final JdbcClient database;

    PersonRows(JdbcClient database) {
        this.database = database;
    }

    Optional<PersonView> find(PersonId person) {
        return database.sql(PEOPLE + " and id = :id")
                .param("id", person.value())
                .query(PersonRows::read)
                .optional();
    }

    List<PersonView> all() {
        return database.sql(PEOPLE + " order by name").query(PersonRows::read).list();
    }

    List<PersonView> approversOf(TeamId team) {
        return database.sql(
                        PEOPLE
                                + " and (approves_all or id in (select person from access.approver where team = :team)) order by name")
                .param("team", team.value())
                .query(PersonRows::read)
                .list();
    }

    List<PersonView> membersOf(TeamId team) {
        return database.sql(
                        PEOPLE
                                + " and id in (select person from access.membership where team = :team)"
                                + " order by (select role from access.membership where person = id and team = :team) desc, name")
                .param("team", team.value())
                .query(PersonRows::read)
                .list();
    }

    Optional<String> password(String name) {
        return database.sql("select password from access.person where id = :id and enabled and password is not null")
                .param("id", name)
                .query(String.class)
                .optional();
    }

    boolean isEmpty() {
        return !database.sql("select exists (select from access.person)")
                .query(Boolean.class)
                .single();
    }

    void add(PersonView person, @Nullable String password) {
        database.sql("""
                insert into access.person (id, name, password, platform_admin, auditor, approves_all)
                values (:id, :name, :password, :admin, :auditor, :all) on conflict (id) do nothing
                """)
                .param("id", person.id().value())
                .param("name", person.name())
                .param("password", password)
                .param("admin", person.roles().contains(PlatformRole.PLATFORM_ADMIN))
                .param("auditor", person.roles().contains(PlatformRole.AUDITOR))
                .param("all", person.approves().all())
                .update();
        person.teams().forEach((team, role) -> addMembership(person.id(), team, role));
        person.approves().teams().forEach(team -> addApprover(person.id(), team));
    }

    private void addMembership(PersonId person, TeamId team, TeamRole role) {
        database.sql("insert into access.membership (person, team, role) values (?, ?, ?)"
                        + " on conflict (person, team) do update set role = excluded.role")
                .params(person.value(), team.value(), role.name())
                .update();
    }

    private void addApprover(PersonId person, TeamId team) {
        database.sql("insert into access.approver (person, team) values (?, ?) on conflict do nothing")
                .params(person.value(), team.value())
                .update();
    }

    private static PersonView read(ResultSet row, int index) throws SQLException {
        Set<PlatformRole> roles = EnumSet.noneOf(PlatformRole.class);
        if (row.getBoolean("platform_admin")) {
            roles.add(PlatformRole.PLATFORM_ADMIN);
        }
        if (row.getBoolean("auditor")) {
            roles.add(PlatformRole.AUDITOR);
        }
        Map<TeamId, TeamRole> teams = words(row, "teams").stream()
                .map(word -> word.split(" ", 2))
                .collect(Collectors.toMap(parts -> new TeamId(parts[0]), parts -> TeamRole.valueOf(parts[1])));
        var approves = words(row, "approves").stream().map(TeamId::new).collect(Collectors.toSet());
        return new PersonView(
                new PersonId(row.getString("id")),
                row.getString("name"),
                roles,
                teams,
                new ApproverScope(row.getBoolean("approves_all"), approves));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
