package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.shell.PageContext;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The team that the sidebar's switch stands on. */
@Component
class ChosenTeam {

    private final List<PageContext> contexts;
    private final Teams teams;

    ChosenTeam(List<PageContext> contexts, Teams teams) {
        this.contexts = contexts;
        this.teams = teams;
    }

    /** None while all teams are looked at. */
    Optional<TeamId> toLookAt(Caller caller) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(this::chosen)
                .filter(caller::mayView);
    }

    /** One that the caller works in: the wanted one, else the chosen one, else the first. */
    TeamView toWorkIn(Caller caller, Optional<String> wanted) {
        return wanted.flatMap(ChosenTeam::id)
                .filter(caller::mayWork)
                .or(() -> toLookAt(caller).filter(caller::mayWork))
                .or(() -> caller.teams().keySet().stream().sorted().findFirst())
                .map(teams::get)
                .orElseThrow(() -> new RefusedException(
                        "no-team",
                        "You are not a developer or owner of any team, so there is no quota to launch on. An owner of a team"
                                + " can take you in."));
    }

    private Optional<TeamId> chosen(Authentication authentication) {
        return contexts.stream()
                .map(context -> context.chosenTeam(authentication))
                .flatMap(Optional::stream)
                .map(PageContext.Team::id)
                .filter(Predicate.not(String::isEmpty))
                .map(TeamId::new)
                .findFirst();
    }

    private static Optional<TeamId> id(String text) {
        try {
            return Optional.of(new TeamId(text));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
