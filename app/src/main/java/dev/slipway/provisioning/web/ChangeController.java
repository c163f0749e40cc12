package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
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

/** The change page: the form of the launch with what the instance is now, against the revision that it began from. */
@Controller
@RequestMapping("/instances/{id}/change")
class ChangeController {

    private final ChangePages pages;
    private final Instances instances;

    ChangeController(ChangePages pages, Instances instances) {
        this.pages = pages;
        this.instances = instances;
    }

    @GetMapping
    String show(@PathVariable String id, Caller caller, Model model) {
        show(pages.begin(caller, InstancePages.id(id)), false, model);
        return "provisioning/change";
    }

    @PostMapping(params = "preview")
    String preview(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest http,
            Model model) {
        var request = new LaunchRequest("", sent);
        show(pages.preview(caller, InstancePages.id(id), request), request.has("checked"), model);
        return HtmxRequests.wantsFragment(http) ? "provisioning/change-answer" : "provisioning/change";
    }

    @PostMapping
    Object submit(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        var instance = InstancePages.id(id);
        var request = new LaunchRequest("", sent);
        try {
            return submit(caller, instance, request, response, model);
        } catch (ConflictException changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            show(pages.conflict(caller, instance, request), false, model);
            return "provisioning/change";
        }
    }

    private Object submit(
            Caller caller, InstanceId instance, LaunchRequest request, HttpServletResponse response, Model model) {
        var draft = pages.draft(caller, instance, request);
        return switch (instances.change(caller, instance, draft.form(), draft.key())) {
            case Submission.Accepted accepted -> SeeOther.to("/instances/" + accepted.instance());
            case Submission.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                show(pages.refused(caller, draft, refused.plan()), true, model);
                yield "provisioning/change";
            }
        };
    }

    private static void show(ChangePage page, boolean refused, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("refused", refused);
        model.addAttribute("here", "Change " + page.instance().name());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Instances", "/instances"),
                        new Crumb(
                                page.instance().name(),
                                "/instances/" + page.instance().id())));
    }
}
