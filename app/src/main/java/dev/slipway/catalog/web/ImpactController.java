package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.catalog.Certifications;
import dev.slipway.catalog.DryRuns;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.ui.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What publishing a draft would mean, and the second signature under it. Every button works as a plain form. */
@Controller
@RequestMapping("/blueprints/{name}")
class ImpactController {

    private final Certifications certifications;
    private final DryRuns dryRuns;
    private final ImpactPage page;

    ImpactController(Certifications certifications, DryRuns dryRuns, ImpactPage page) {
        this.certifications = certifications;
        this.dryRuns = dryRuns;
        this.page = page;
    }

    /** While the dry run goes on only that part is asked for; its end concerns the whole page. */
    @GetMapping("/impact")
    String impact(
            Caller caller,
            @PathVariable String name,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        BlueprintsController.requireAdmin(caller);
        if (!HtmxRequests.wantsFragment(request)) {
            page.fill(caller, name, model);
            return "catalog/impact";
        }
        if (!page.dryRun(caller, name, model)) {
            response.setHeader("HX-Refresh", "true");
        }
        return "catalog/impact :: dry-run";
    }

    @PostMapping("/dry-runs")
    String dryRun(Caller caller, @PathVariable String name) {
        BlueprintsController.requireAdmin(caller);
        dryRuns.start(caller, name, true);
        return "redirect:/blueprints/" + name + "/impact#dry-run";
    }

    @PostMapping("/certifications")
    String ask(
            Caller caller,
            @PathVariable String name,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        model.addAttribute("note", note);
        return answered(caller, name, model, response, () -> {
            var asked = certifications.ask(caller, name, revision, note.replace("\r\n", "\n"));
            flash.addFlashAttribute(
                    "toast",
                    Toast.of(
                            "Done", "Asked for a second signature under %s %s".formatted(name, asked.version()), null));
            return "redirect:/blueprints/" + name + "/impact";
        });
    }

    @PostMapping("/certifications/{id}/signature")
    String sign(
            Caller caller,
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestParam String content,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        return answered(caller, name, model, response, () -> {
            var published = certifications.sign(caller, name, id, content);
            flash.addFlashAttribute(
                    "toast",
                    Toast.linked(
                            "Done",
                            "Published %s %s".formatted(name, published.version()),
                            "New launches use it; running instances keep theirs.",
                            "Open in the catalog",
                            "/catalog/" + name));
            return "redirect:/blueprints";
        });
    }

    @PostMapping("/certifications/{id}/return")
    String sendBack(
            Caller caller,
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        model.addAttribute("comment", comment);
        return answered(caller, name, model, response, () -> {
            certifications.sendBack(caller, name, id, comment.replace("\r\n", "\n"));
            flash.addFlashAttribute("toast", Toast.of("Done", "Sent back to its authors", null));
            return "redirect:/blueprints";
        });
    }

    @PostMapping("/certifications/{id}/withdrawal")
    String withdraw(
            Caller caller,
            @PathVariable String name,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        return answered(caller, name, model, response, () -> {
            certifications.withdraw(caller, name, id);
            flash.addFlashAttribute("toast", Toast.of("Done", "Request withdrawn", null));
            return "redirect:/blueprints/" + name + "/impact";
        });
    }

    private interface Act {
        String go();
    }

    /** What was typed stays on the page with what is wrong. */
    private String answered(Caller caller, String name, Model model, HttpServletResponse response, Act act) {
        try {
            return act.go();
        } catch (ConflictException meanwhile) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", meanwhile.getMessage());
        } catch (InvalidException wrong) {
            response.setStatus(422);
            var field = wrong.field();
            model.addAttribute(field.map(each -> each + "Error").orElse("refused"), wrong.getMessage());
        }
        page.fill(caller, name, model);
        return "catalog/impact";
    }
}
