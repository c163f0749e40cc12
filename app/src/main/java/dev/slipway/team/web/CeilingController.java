package dev.slipway.team.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.SlipwayException;
import dev.slipway.kernel.TeamId;
import dev.slipway.shell.ui.Crumb;
import dev.slipway.shell.ui.FieldError;
import dev.slipway.shell.ui.Toast;
import dev.slipway.team.Quotas;
import dev.slipway.team.Teams;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CeilingController {

    private final Teams teams;
    private final Quotas quotas;

    CeilingController(Teams teams, Quotas quotas) {
        this.teams = teams;
        this.quotas = quotas;
    }

    @GetMapping("/teams/{id}/ceiling")
    String form(@PathVariable String id, Caller caller, Model model) {
        var team = editable(id, caller);
        return form(team, CeilingForm.of(quotas.of(team).ceiling()), List.of(), caller, model);
    }

    @PostMapping("/teams/{id}/ceiling")
    String set(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Caller caller,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var team = editable(id, caller);
        var form = CeilingForm.typed(typed);
        try {
            quotas.setCeiling(caller, team, form.holding());
        } catch (InvalidException | dev.slipway.kernel.ConflictException wrong) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(team, form, List.of(error(wrong)), caller, model);
        }
        next.addFlashAttribute("toast", Toast.of("Done", "The ceiling is set", null));
        return "redirect:/teams/" + team;
    }

    private TeamId editable(String id, Caller caller) {
        var team = teams.get(caller, TeamIds.of(id)).id();
        if (!caller.isPlatformAdmin()) {
            throw new RefusedException("ceiling-refused", "Only a platform admin sets what a team may hold.");
        }
        return team;
    }

    private String form(TeamId team, CeilingForm form, List<FieldError> errors, Caller caller, Model model) {
        var view = teams.get(caller, team);
        model.addAttribute("team", view);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("crumbs", List.of(new Crumb(view.title(), "/teams/" + team)));
        return "team/ceiling";
    }

    private static FieldError error(SlipwayException wrong) {
        return new FieldError(wrong.field().orElse("money"), String.valueOf(wrong.getMessage()));
    }
}
