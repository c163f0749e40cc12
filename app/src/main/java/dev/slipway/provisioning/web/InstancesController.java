package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.provisioning.Instances;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.LiveStreams;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The list of instances. */
@Controller
class InstancesController {

    private final Instances instances;
    private final InstanceLists lists;
    private final ChosenTeam chosenTeam;
    private final LiveStreams streams;
    private final InstantSource clock;

    InstancesController(
            Instances instances, InstanceLists lists, ChosenTeam chosenTeam, LiveStreams streams, InstantSource clock) {
        this.instances = instances;
        this.lists = lists;
        this.chosenTeam = chosenTeam;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping("/instances")
    String list(
            @RequestParam MultiValueMap<String, String> query, Caller caller, HttpServletRequest request, Model model) {
        var wanted = InstanceQuery.of(chosenTeam.toLookAt(caller), query);
        var topics = lists.topics(caller, wanted);
        var position = streams.position(topics);
        var all = instances.list(caller, wanted.broad());
        model.addAttribute("list", lists.of(all, wanted));
        model.addAttribute("mayLaunch", !caller.teams().isEmpty());
        model.addAttribute("now", clock.instant());
        if (topics.length > 0) {
            model.addAttribute("live", "/instances/stream?lastEventId=" + position);
        }
        return HtmxRequests.wantsFragment(request) ? "provisioning/instances :: list" : "provisioning/instances";
    }

    @GetMapping("/instances/stream")
    @ResponseBody
    SseEmitter stream(Caller caller, HttpServletRequest request) {
        var wanted = InstanceQuery.of(chosenTeam.toLookAt(caller), new LinkedMultiValueMap<>());
        return streams.open(request, lists.topics(caller, wanted));
    }
}
