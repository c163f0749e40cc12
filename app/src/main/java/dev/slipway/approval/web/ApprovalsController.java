package dev.slipway.approval.web;

import dev.slipway.access.Caller;
import dev.slipway.approval.RequestId;
import dev.slipway.approval.RequestView;
import dev.slipway.approval.Requests;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.shell.ui.Tab;
import dev.slipway.shell.ui.Toast;
import dev.slipway.team.Teams;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests as list and detail; each has an address of its own. */
@Controller
class ApprovalsController {

    private static final int MOST_DECIDED = 30;
    private static final int USUAL_GRANT_DAYS = 90;

    private final Requests requests;
    private final Teams teams;
    private final RequestEffects effects;
    private final InstantSource clock;

    ApprovalsController(Requests requests, Teams teams, RequestEffects effects, InstantSource clock) {
        this.requests = requests;
        this.teams = teams;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping("/approvals")
    String list(Caller caller, @RequestParam(defaultValue = "you") String list, Model model) {
        var shown = shown(caller, list);
        shown.stream().findFirst().ifPresent(first -> detail(caller, first, model));
        return page(caller, list, shown, model);
    }

    @GetMapping("/approvals/{id:[0-9a-f-]{36}}")
    String one(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String list,
            Model model) {
        var view = requests.get(caller, id(id));
        var open = Optional.ofNullable(list).orElseGet(() -> listOf(caller, view));
        model.addAttribute("chosen", true);
        detail(caller, view, model);
        return page(caller, open, shown(caller, open), model);
    }

    @PostMapping("/approvals/{id:[0-9a-f-]{36}}/approval")
    String approve(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String grantUntil,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            requests.approve(caller, id(id), comment, endOf(grantUntil));
        } catch (InvalidException e) {
            return again(caller, id, comment, grantUntil, e, model, response);
        }
        flash.addFlashAttribute(
                "toast",
                Toast.of("Approved", "Approved", requests.get(caller, id(id)).title()));
        return "redirect:/approvals/" + id;
    }

    @PostMapping("/approvals/{id:[0-9a-f-]{36}}/refusal")
    String decline(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String grantUntil,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            requests.decline(caller, id(id), comment);
        } catch (InvalidException e) {
            return again(caller, id, comment, grantUntil, e, model, response);
        }
        flash.addFlashAttribute(
                "toast",
                Toast.of("Declined", "Declined", requests.get(caller, id(id)).title()));
        return "redirect:/approvals/" + id;
    }

    @PostMapping("/approvals/{id:[0-9a-f-]{36}}/withdrawal")
    String withdraw(Caller caller, @PathVariable String id, RedirectAttributes flash) {
        requests.withdraw(caller, id(id));
        flash.addFlashAttribute(
                "toast",
                Toast.of("Withdrawn", "Withdrawn", requests.get(caller, id(id)).title()));
        return "redirect:/approvals/" + id;
    }

    /** The same page with what was typed, 422. */
    private String again(
            Caller caller,
            String id,
            String comment,
            String grantUntil,
            InvalidException wrong,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("comment", comment);
        model.addAttribute("grantUntil", grantUntil);
        model.addAttribute("wrong", wrong.field().orElse("comment"));
        model.addAttribute("wrongMessage", wrong.getMessage());
        return one(caller, id, null, model);
    }

    private String page(Caller caller, String list, List<RequestView> shown, Model model) {
        model.addAttribute("list", list);
        model.addAttribute("rows", shown.stream().map(this::row).toList());
        model.addAttribute("tabs", tabs(caller, list));
        model.addAttribute("mayAsk", !caller.teams().isEmpty());
        return "approval/approvals";
    }

    private void detail(Caller caller, RequestView view, Model model) {
        model.addAttribute("request", view);
        model.addAttribute("team", teams.get(view.team()));
        model.addAttribute("effect", effects.of(view));
        model.addAttribute("latestGrantDay", requests.latestGrantDay());
        model.addAttribute("mayDecide", requests.mayDecide(caller, view));
        model.addAttribute("mayOpen", caller.mayView(view.team()));
        model.addAttribute("own", view.requester().equals(caller.person()));
        model.addAttribute(
                "mayWithdraw",
                view.status().isOpen() && (view.requester().equals(caller.person()) || caller.owns(view.team())));
        if (!model.containsAttribute("grantUntil")) {
            model.addAttribute("grantUntil", usualEnd(view).toString());
        }
    }

    private LocalDate usualEnd(RequestView view) {
        return view.wishedUntil()
                .map(Days::lastBefore)
                .orElseGet(() -> Days.today(clock).plusDays(USUAL_GRANT_DAYS));
    }

    private ListRow row(RequestView view) {
        var team = teams.get(view.team());
        return new ListRow(view, team.title(), team.colour());
    }

    private List<Tab> tabs(Caller caller, String list) {
        return List.of(
                tab("For you", "you", Integer.toString(requests.waitingCount(caller)), list),
                tab("Others", "others", Integer.toString(requests.others(caller).size()), list),
                tab("Decided", "decided", null, list));
    }

    private static Tab tab(String label, String name, @Nullable String count, String list) {
        return new Tab(label, "/approvals?list=" + name, count, name.equals(list));
    }

    private List<RequestView> shown(Caller caller, String list) {
        return switch (list) {
            case "others" -> requests.others(caller);
            case "decided" -> requests.decided(caller, MOST_DECIDED);
            default -> requests.waitingFor(caller);
        };
    }

    private String listOf(Caller caller, RequestView view) {
        if (!view.status().isOpen()) {
            return "decided";
        }
        return requests.mayDecide(caller, view) ? "you" : "others";
    }

    /** A grant lasts through the day that was chosen. */
    private static Instant endOf(String day) {
        return Days.read(day)
                .map(Days::endOf)
                .orElseThrow(() ->
                        new InvalidException("no-date", "Say until when: a day such as 2027-02-28.", "grantUntil"));
    }

    private static RequestId id(String text) {
        try {
            return new RequestId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("request-not-found", "There is no such request.");
        }
    }

    /** A request in the list, with the team it is for. */
    record ListRow(RequestView request, String team, int colour) {}
}
