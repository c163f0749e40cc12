package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.Submission;
import dev.slipway.shell.HtmxRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        model.addAttribute("page", pages.page(caller, new LaunchRequest(blueprint, sent)));
        model.addAttribute("refused", false);
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
        model.addAttribute("page", pages.page(caller, request));
        model.addAttribute("refused", request.has("checked"));
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
        return switch (instances.submit(caller, draft.form(), draft.key())) {
            case Submission.Accepted accepted -> SeeOther.to("/instances/" + accepted.instance());
            case Submission.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("page", pages.refused(caller, draft, refused.plan()));
                model.addAttribute("refused", true);
                yield "provisioning/launch";
            }
        };
    }
}
