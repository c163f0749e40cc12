package dev.slipway.access;

import dev.slipway.access.AccessSettings.Group;
import dev.slipway.access.AccessSettings.Role;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody is here by the groups they are in at the identity provider. */
@Component
class GroupRoles {

    private final AccessSettings settings;

    GroupRoles(AccessSettings settings) {
        this.settings = settings;
    }

    /** Whether roles come from groups at all; otherwise the provider only says who somebody is. */
    boolean decide() {
        return !settings.groups().isEmpty();
    }

    PersonView of(PersonId person, String name, Map<String, Object> claims) {
        var groups = names(claims.get(settings.groupsClaim()));
        var held = settings.groups().stream()
                .filter(group -> groups.contains(group.name()))
                .toList();
        return new PersonView(person, name, platform(held), teams(held), scope(held));
    }

    /** One group may be told as a text of its own. */
    private static Set<String> names(@Nullable Object claim) {
        var told = claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        return told.stream().map(String::valueOf).map(GroupRoles::withoutSlash).collect(Collectors.toSet());
    }

    private static String withoutSlash(String group) {
        return group.startsWith("/") ? group.substring(1) : group;
    }

    private static Set<PlatformRole> platform(List<Group> held) {
        var roles = EnumSet.noneOf(PlatformRole.class);
        for (var group : held) {
            switch (group.role()) {
                case PLATFORM_ADMIN -> roles.add(PlatformRole.PLATFORM_ADMIN);
                case AUDITOR -> roles.add(PlatformRole.AUDITOR);
                case DEVELOPER, OWNER, APPROVER -> {}
            }
        }
        return roles;
    }

    /** Who is both is an owner. */
    private static Map<TeamId, TeamRole> teams(List<Group> held) {
        var teams = new TreeMap<TeamId, TeamRole>();
        for (var group : held) {
            switch (group.role()) {
                case OWNER -> teams.put(team(group), TeamRole.OWNER);
                case DEVELOPER -> teams.putIfAbsent(team(group), TeamRole.DEVELOPER);
                case PLATFORM_ADMIN, AUDITOR, APPROVER -> {}
            }
        }
        return teams;
    }

    private static ApproverScope scope(List<Group> held) {
        var approving =
                held.stream().filter(group -> group.role() == Role.APPROVER).toList();
        return approving.stream().anyMatch(group -> group.team() == null)
                ? ApproverScope.ALL
                : new ApproverScope(
                        false, approving.stream().map(GroupRoles::team).collect(Collectors.toSet()));
    }

    private static TeamId team(Group group) {
        return new TeamId(String.valueOf(group.team()));
    }
}
