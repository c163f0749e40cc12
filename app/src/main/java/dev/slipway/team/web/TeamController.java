package dev.slipway.team.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.shell.LocalPath;
import dev.slipway.team.ChosenTeam;
import dev.slipway.team.Quotas;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TeamController {

    private final Teams teams;
    private final ChosenTeam chosen;
    private final Quotas quotas;
    private final People people;
    private final QuotaMeters meters;

    TeamController(Teams teams, ChosenTeam chosen, Quotas quotas, People people, QuotaMeters meters) {
        this.teams = teams;
        this.chosen = chosen;
        this.quotas = quotas;
        this.people = people;
        this.meters = meters;
    }

    @GetMapping("/team")
    String mine(Caller caller) {
        return chosen.of(caller).map(team -> "redirect:/teams/" + team.id()).orElse("redirect:/teams");
    }

    @GetMapping("/teams")
    String list(Caller caller, Model model) {
        model.addAttribute(
                "rows", teams.visibleTo(caller).stream().map(this::row).toList());
        return "team/teams";
    }

    @GetMapping("/teams/{id}")
    String page(@PathVariable String id, Caller caller, Model model) {
        var team = teams.get(caller, TeamIds.of(id));
        var quota = quotas.of(team.id());
        model.addAttribute("team", team);
        model.addAttribute("quota", quota);
        model.addAttribute("meters", meters.of(quota));
        model.addAttribute("grants", meters.grants(quota));
        model.addAttribute(
                "members",
                people.membersOf(team.id()).stream()
                        .map(person -> MemberRow.of(person, team.id()))
                        .toList());
        model.addAttribute("approvers", people.approversOf(team.id()));
        model.addAttribute("mayEdit", caller.isPlatformAdmin());
        return "team/team";
    }

    @PostMapping("/chosen-team")
    String choose(
            @RequestParam String team,
            @RequestHeader(value = HttpHeaders.REFERER, defaultValue = "/") String referer,
            Caller caller) {
        chosen.choose(caller, team.isEmpty() ? Optional.empty() : Optional.of(TeamIds.of(team)));
        return "redirect:" + LocalPath.of(referer);
    }

    private TeamRow row(TeamView team) {
        var quota = quotas.of(team.id());
        return new TeamRow(team, people.membersOf(team.id()).size(), meters.gpu(quota), meters.money(quota));
    }
}
