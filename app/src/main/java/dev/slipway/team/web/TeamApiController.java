package dev.slipway.team.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.kernel.ClusterId;
import dev.slipway.team.EnvironmentView;
import dev.slipway.team.GrantView;
import dev.slipway.team.Holding;
import dev.slipway.team.QuotaView;
import dev.slipway.team.Quotas;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/teams")
class TeamApiController {

    private final Teams teams;
    private final Quotas quotas;
    private final People people;

    TeamApiController(Teams teams, Quotas quotas, People people) {
        this.teams = teams;
        this.quotas = quotas;
        this.people = people;
    }

    @GetMapping
    List<Team> list(Caller caller) {
        return teams.visibleTo(caller).stream().map(this::team).toList();
    }

    @GetMapping("/{id}")
    Team get(@PathVariable String id, Caller caller) {
        return team(teams.get(caller, TeamIds.of(id)));
    }

    @GetMapping("/{id}/quota")
    Quota quota(@PathVariable String id, Caller caller) {
        return Quota.of(quotas.of(teams.get(caller, TeamIds.of(id)).id()));
    }

    private Team team(TeamView team) {
        var members = people.membersOf(team.id()).stream()
                .map(person -> MemberRow.of(person, team.id()))
                .toList();
        return new Team(
                team.id().value(),
                team.title(),
                team.environments().stream().map(Environment::of).toList(),
                members);
    }

    record Team(String id, String title, List<Environment> environments, List<MemberRow> members) {}

    record Environment(
            String name,
            String kind,
            String namespace,
            List<String> clusters,
            @Nullable Instant expires) {

        static Environment of(EnvironmentView environment) {
            return new Environment(
                    environment.id().name(),
                    environment.kind().word(),
                    environment.namespace(),
                    environment.clusters().stream().map(ClusterId::value).toList(),
                    environment.expires().orElse(null));
        }
    }

    record Quota(Amount ceiling, Amount granted, Amount reserved, Amount free, List<Grant> grants) {

        static Quota of(QuotaView quota) {
            return new Quota(
                    Amount.of(quota.ceiling()),
                    Amount.of(quota.granted()),
                    Amount.of(quota.reserved()),
                    Amount.of(quota.free()),
                    quota.grants().stream().map(Grant::of).toList());
        }
    }

    /** GPU in slices of each device model, with two decimals at most; the rest exactly. */
    record Amount(
            long cpuMillis,
            long memoryBytes,
            long storageBytes,
            Map<String, BigDecimal> gpuSlices,
            BigDecimal moneyPerMonth) {

        static Amount of(Holding holding) {
            var amounts = holding.amounts();
            return new Amount(
                    amounts.cpuMillis(),
                    amounts.memoryBytes(),
                    amounts.storageBytes(),
                    amounts.gpu().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    gpu -> new BigDecimal(gpu.getValue().toString()))),
                    holding.monthly().amount());
        }
    }

    record Grant(Amount adds, Instant since, Instant until, String reason, String by) {

        static Grant of(GrantView grant) {
            return new Grant(
                    Amount.of(grant.adds()),
                    grant.since(),
                    grant.until(),
                    grant.reason(),
                    grant.by().value());
        }
    }
}
