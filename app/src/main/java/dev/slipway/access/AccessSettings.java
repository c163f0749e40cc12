package dev.slipway.access;

import dev.slipway.kernel.TeamId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in and first people.
 *
 * @param admin who is made platform admin while nobody is known: known by this name to the identity provider, or, without
 *     one, given a password that the log tells once
 * @param groupsClaim claim of the ID token or of the user info that lists a person's groups at the identity provider
 * @param groups what members of these groups are; read at each sign-in, and then the only roles of whoever comes through
 *     the identity provider. With none, whoever comes keeps the roles that they have
 */
@ConfigurationProperties("slipway.access")
record AccessSettings(
        @DefaultValue("admin") String admin,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<Group> groups) {

    enum Role {
        DEVELOPER,
        OWNER,
        APPROVER,
        PLATFORM_ADMIN,
        AUDITOR
    }

    /**
     * One group of the identity provider.
     *
     * @param name as the claim has it, without the slash that some providers begin it with
     * @param role what its members are
     * @param team where they are it; a developer and an owner need one, an approver without one decides for all teams
     */
    record Group(String name, Role role, @Nullable String team) {

        Group {
            if (name.isBlank()) {
                throw new IllegalArgumentException("slipway.access.groups: a group needs its name");
            }
            var belongsToTeam = switch (role) {
                case DEVELOPER, OWNER -> true;
                case APPROVER -> team != null;
                case PLATFORM_ADMIN, AUDITOR -> false;
            };
            if (belongsToTeam != (team != null)) {
                throw new IllegalArgumentException("slipway.access.groups: %s as %s %s a team"
                        .formatted(name, role, belongsToTeam ? "needs" : "has no use for"));
            }
            if (team != null) {
                new TeamId(team); // refuses what is no name of a team
            }
        }
    }
}
