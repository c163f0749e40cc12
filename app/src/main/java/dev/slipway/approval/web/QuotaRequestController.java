package dev.slipway.approval.web;

import dev.slipway.access.Caller;
import dev.slipway.approval.Requests;
import dev.slipway.cluster.ClusterException;
import dev.slipway.gpu.GpuShares;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.TeamId;
import dev.slipway.shell.ui.Choice;
import dev.slipway.shell.ui.Crumb;
import dev.slipway.shell.ui.FieldError;
import dev.slipway.shell.ui.Toast;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import dev.slipway.team.Teams;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for more quota without launching anything. */
@Controller
class QuotaRequestController {

    private static final int USUAL_DAYS = 60;
    private static final long MOST = 1_000_000;

    private final Requests requests;
    private final Teams teams;
    private final Quotas quotas;
    private final GpuShares gpu;
    private final InstantSource clock;

    QuotaRequestController(Requests requests, Teams teams, Quotas quotas, GpuShares gpu, InstantSource clock) {
        this.requests = requests;
        this.quotas = quotas;
        this.teams = teams;
        this.gpu = gpu;
        this.clock = clock;
    }

    @GetMapping("/approvals/new")
    String form(Caller caller, @RequestParam Map<String, String> values, Model model) {
        if (caller.teams().isEmpty()) {
            throw new NotFoundException("no-team", "You are in no team, so there is nothing to ask for.");
        }
        var filled = new LinkedHashMap<String, String>();
        filled.put("until", Days.today(clock).plusDays(USUAL_DAYS).toString());
        filled.putAll(values);
        model.addAttribute("values", filled);
        model.addAttribute("teams", ownTeams(caller));
        model.addAttribute("devices", devices(caller));
        model.addAttribute("latestGrantDay", requests.latestGrantDay());
        model.addAttribute("crumbs", List.of(new Crumb("Approvals", "/approvals")));
        return "approval/quota-request";
    }

    @PostMapping("/approvals")
    String ask(
            Caller caller,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var team = ownTeam(caller, values.getOrDefault("team", ""));
            var id = requests.askForQuota(
                    caller, team, holding(values), until(values), values.getOrDefault("reason", ""));
            flash.addFlashAttribute("toast", Toast.of("Requested", "Sent for approval", null));
            return "redirect:/approvals/" + id;
        } catch (InvalidException e) {
            response.setStatus(422);
            var field = e.field().orElse("reason");
            var control = field.equals("gpu") ? "reason" : field;
            model.addAttribute("errors", List.of(new FieldError(control, String.valueOf(e.getMessage()))));
            model.addAttribute("wrong", control);
            model.addAttribute("wrongMessage", e.getMessage());
            return form(caller, values, model);
        }
    }

    /** Those that the caller's teams may hold some of already, or that a cluster of theirs has. */
    private List<String> devices(Caller caller) {
        var names = new TreeSet<String>();
        for (var team : caller.teams().keySet()) {
            names.addAll(quotas.of(team).limit().amounts().gpu().keySet());
            teams.get(team).environments().stream()
                    .flatMap(environment -> environment.clusters().stream())
                    .distinct()
                    .forEach(cluster -> names.addAll(modelsOf(cluster)));
        }
        return List.copyOf(names);
    }

    private Set<String> modelsOf(ClusterId cluster) {
        try {
            return gpu.pools(cluster).stream().map(pool -> pool.model().name()).collect(Collectors.toSet());
        } catch (ClusterException e) {
            return Set.of();
        }
    }

    private static TeamId ownTeam(Caller caller, String name) {
        return caller.teams().keySet().stream()
                .filter(team -> team.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidException("unknown-team", "Choose one of your teams.", "team"));
    }

    private List<Choice> ownTeams(Caller caller) {
        return caller.teams().keySet().stream()
                .sorted()
                .map(team -> Choice.of(team.value(), teams.get(team).title()))
                .toList();
    }

    private Holding holding(Map<String, String> values) {
        var slices = new LinkedHashMap<String, GpuSlices>();
        for (var device : gpu.models()) {
            var count = number(values, "gpu-" + device.name());
            if (count > 0) {
                slices.put(device.name(), GpuSlices.of(count));
            }
        }
        var gib = 1L << 30;
        var amounts = new Amounts(
                number(values, "cpu") * 1_000, number(values, "memory") * gib, number(values, "storage") * gib, 0, (Map<
                                String, GpuSlices>)
                        slices);
        return new Holding(amounts, new Money(BigDecimal.valueOf(number(values, "monthly"))));
    }

    private static long number(Map<String, String> values, String field) {
        var text = values.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,7}") || Long.parseLong(text) > MOST) {
            throw new InvalidException("not-a-number", "A whole number from 0 to 1,000,000.", field);
        }
        return Long.parseLong(text);
    }

    private static Instant until(Map<String, String> values) {
        return Days.read(values.getOrDefault("until", ""))
                .map(Days::endOf)
                .orElseThrow(
                        () -> new InvalidException("no-date", "Say until when: a day such as 2027-02-28.", "until"));
    }
}
