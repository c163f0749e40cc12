package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.UnavailableException;
import dev.slipway.provisioning.InstanceTopics;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.PodView;
import dev.slipway.shell.LiveStreams;
import dev.slipway.shell.ui.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages of one instance. */
@Controller
@RequestMapping("/instances/{id}")
class InstanceController {

    private static final int LINES = 200;

    private final Instances instances;
    private final InstancePages pages;
    private final LiveStreams streams;
    private final InstantSource clock;

    InstanceController(Instances instances, InstancePages pages, LiveStreams streams, InstantSource clock) {
        this.instances = instances;
        this.pages = pages;
        this.streams = streams;
        this.clock = clock;
    }

    /** What the stream sends a page to fetch again, because it depends on who looks. */
    @GetMapping(params = "part")
    String part(@PathVariable String id, @RequestParam String part, Caller caller, Model model) {
        model.addAttribute("page", pages.page(caller, InstancePages.id(id), "overview"));
        return switch (part) {
            case "actions" -> "provisioning/instance-parts :: actions(page=${page})";
            case "outputs" -> "provisioning/instance-parts :: outputs(page=${page})";
            case "try" -> {
                overview(id, "", caller, model);
                yield "provisioning/try :: try(page=${page},chat=${chat})";
            }
            default -> throw new NotFoundException("part-not-found", "There is no such part of this page.");
        };
    }

    @GetMapping
    String overview(
            @PathVariable String id,
            @RequestParam(name = "try", defaultValue = "") String shown,
            Caller caller,
            Model model) {
        var page = begin(id, "overview", caller, model);
        model.addAllAttributes(pages.overview(caller, page));
        model.addAttribute("chat", ChatView.of(page, shown.equals("code")));
        return "provisioning/instance";
    }

    @GetMapping("/objects")
    String objects(@PathVariable String id, Caller caller, Model model) {
        var page = begin(id, "objects", caller, model);
        model.addAttribute("objects", instances.objects(caller, page.instance().id()));
        return "provisioning/instance-objects";
    }

    @GetMapping("/objects/{kind}/{name}")
    String object(
            @PathVariable String id, @PathVariable String kind, @PathVariable String name, Caller caller, Model model) {
        var page = begin(id, "objects", caller, model);
        model.addAttribute("kind", kind);
        model.addAttribute("name", name);
        model.addAttribute("yaml", instances.objectYaml(caller, page.instance().id(), kind, name));
        return "provisioning/instance-object";
    }

    @GetMapping("/events")
    String events(@PathVariable String id, Caller caller, Model model) {
        var page = begin(id, "events", caller, model);
        model.addAttribute("events", instances.events(caller, page.instance().id()));
        model.addAttribute("timeline", pages.timeline(caller, page.instance().id(), 200));
        return "provisioning/instance-events";
    }

    @GetMapping("/logs")
    String logs(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String pod,
            @RequestParam(defaultValue = "") String container,
            Caller caller,
            Model model) {
        var page = begin(id, "logs", caller, model);
        var pods = instances.pods(caller, page.instance().id());
        var shown = pods.stream()
                .filter(each -> each.name().equals(pod))
                .findFirst()
                .or(() -> pods.stream().findFirst());
        model.addAttribute("pods", pods);
        model.addAttribute("pod", shown.orElse(null));
        model.addAttribute("container", container);
        model.addAttribute(
                "log", shown.map(each -> log(caller, page, each, container)).orElse(""));
        return "provisioning/instance-logs";
    }

    private String log(Caller caller, InstancePage page, PodView pod, String container) {
        var wanted = Optional.of(container).filter(pod.containers()::contains);
        try {
            return String.join("\n", instances.logs(caller, page.instance().id(), pod.name(), wanted, LINES));
        } catch (UnavailableException away) {
            return String.valueOf(away.getMessage());
        }
    }

    @GetMapping("/revisions")
    String revisions(@PathVariable String id, Caller caller, Model model) {
        var page = begin(id, "revisions", caller, model);
        model.addAttribute("revisions", pages.revisions(caller, page.instance()));
        return "provisioning/instance-revisions";
    }

    @GetMapping("/stream")
    @ResponseBody
    SseEmitter stream(@PathVariable String id, Caller caller, HttpServletRequest request) {
        var instance = instances.get(caller, InstancePages.id(id));
        return streams.open(request, InstanceTopics.of(instance.id()));
    }

    private InstancePage begin(String id, String tab, Caller caller, Model model) {
        var position = streams.position(InstanceTopics.of(InstancePages.id(id)));
        var page = pages.page(caller, InstancePages.id(id), tab);
        model.addAttribute("page", page);
        model.addAttribute("now", clock.instant());
        model.addAttribute("crumbs", List.of(new Crumb("Instances", "/instances")));
        if (!page.instance().state().isFinal()) {
            model.addAttribute("live", page.path() + "/stream?lastEventId=" + position);
        }
        return page;
    }
}
