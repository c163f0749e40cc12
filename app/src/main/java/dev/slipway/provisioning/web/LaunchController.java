package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.Submission;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.ui.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The launch page: shown, worked out while it is filled in, and submitted. */
@Controller
@RequestMapping("/catalog/{blueprint}/launch")
class LaunchController {

    private final LaunchPages pages;
    private final Instances instances;

    LaunchController(LaunchPages pages, Instances instances) {
        this.pages = pages;
        this.instances = instances;
    }

    @GetMapping
    String show(
            @PathVariable String blueprint,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model) {
        show(pages.page(caller, new LaunchRequest(blueprint, sent)), false, model);
        return "provisioning/launch";
    }

    /** What the form comes to so far; to htmx only the parts that depend on it. */
    @PostMapping(params = "preview")
    String preview(
            @PathVariable String blueprint,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest http,
            Model model) {
        var request = new LaunchRequest(blueprint, sent);
        show(pages.page(caller, request), request.has("checked"), model);
        model.addAttribute("moved", !request.get("environment").equals(request.get("shown")));
        return HtmxRequests.wantsFragment(http) ? "provisioning/launch-answer" : "provisioning/launch";
    }

    @PostMapping
    Object submit(
            @PathVariable String blueprint,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        var draft = pages.draft(caller, new LaunchRequest(blueprint, sent));
        return switch (instances.submit(caller, draft.form(), draft.request().key())) {
            case Submission.Accepted accepted -> SeeOther.to("/instances/" + accepted.instance());
            case Submission.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                show(pages.refused(caller, draft, refused.plan()), true, model);
                yield "provisioning/launch";
            }
        };
    }

    private static void show(LaunchPage page, boolean refused, Model model) {
        var blueprint = page.version().blueprint().descriptor().title();
        model.addAttribute("page", page);
        model.addAttribute("refused", refused);
        model.addAttribute("here", "Launch " + page.title());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Catalog", "/catalog"),
                        new Crumb(blueprint, "/catalog/" + page.version().name())));
    }
}
