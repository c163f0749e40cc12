package dev.slipway.team;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.access.TeamRole;
import dev.slipway.kernel.TeamId;
import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.PageContext;
import dev.slipway.shell.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who looks at a page, for which team, and the way to the team's own page. */
@Component
class TeamContext implements PageContext, NavigationContributor {

    private final People people;
    private final Teams teams;
    private final ChosenTeam chosen;

    TeamContext(People people, Teams teams, ChosenTeam chosen) {
        this.people = people;
        this.teams = teams;
        this.chosen = chosen;
    }

    @Override
    public Optional<PageContext.Person> person(Authentication authentication) {
        var caller = people.caller(authentication);
        return Optional.of(new PageContext.Person(caller.name(), role(caller)));
    }

    @Override
    public List<PageContext.Team> teams(Authentication authentication) {
        return teams.visibleTo(people.caller(authentication)).stream()
                .map(TeamContext::draw)
                .toList();
    }

    @Override
    public Optional<PageContext.Team> chosenTeam(Authentication authentication) {
        return chosen.of(people.caller(authentication)).map(TeamContext::draw);
    }

    @Override
    public boolean mayChooseAllTeams(Authentication authentication) {
        return StoredChoice.mayLookAtAll(people.caller(authentication));
    }

    @Override
    public List<NavigationItem> items(Authentication authentication) {
        var caller = people.caller(authentication);
        var several = caller.isPlatformAdmin() || caller.isAuditor();
        return several || !caller.teams().isEmpty()
                ? List.of(new NavigationItem(
                        Section.OPERATE, 90, "team", several ? "Teams" : "Team", several ? "/teams" : "/team", "users"))
                : List.of();
    }

    private String role(Caller caller) {
        if (caller.isPlatformAdmin()) {
            return "Platform admin";
        }
        if (caller.isAuditor()) {
            return "Auditor";
        }
        var approver = caller.isApprover() ? Optional.of("Approver") : Optional.<String>empty();
        return caller.teams().entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(first -> word(first.getValue()) + ", " + title(first.getKey()))
                .map(member -> approver.map(also -> also + "; " + member).orElse(member))
                .or(() -> approver)
                .orElse("No role yet");
    }

    private String title(TeamId team) {
        return teams.find(team).map(TeamView::title).orElse(team.value());
    }

    private static String word(TeamRole role) {
        return switch (role) {
            case OWNER -> "Owner";
            case DEVELOPER -> "Developer";
        };
    }

    private static PageContext.Team draw(TeamView team) {
        return new PageContext.Team(team.id().value(), team.title(), team.colour());
    }
}
