package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.InstanceChanged;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.InstanceTopics;
import dev.slipway.provisioning.Instances;
import dev.slipway.shell.FragmentRenderer;
import dev.slipway.shell.LiveStreams;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends the changed parts of an instance to whoever looks at it. Parts are the same for everybody who may see the
 * instance; what depends on the reader is told to be fetched again.
 */
@Component
class LiveInstances {

    private static final List<String> PARTS = List.of("head", "endpoint", "now", "objects", "cost", "gpu", "timeline");
    private static final List<String> PERSONAL = List.of("actions", "outputs");

    private final Instances instances;
    private final InstancePages pages;
    private final LiveStreams streams;
    private final FragmentRenderer renderer;
    private final Map<InstanceId, InstanceState> last = new ConcurrentHashMap<>();

    LiveInstances(Instances instances, InstancePages pages, LiveStreams streams, FragmentRenderer renderer) {
        this.instances = instances;
        this.pages = pages;
        this.streams = streams;
        this.renderer = renderer;
    }

    @EventListener
    void changed(InstanceChanged change) {
        changed(change.instance());
        streams.publish(InstanceTopics.of(change.team()), "instances", LiveInstances::listAgain);
    }

    private void changed(InstanceId id) {
        var topic = InstanceTopics.of(id);
        PARTS.forEach(part -> streams.publish(topic, part, () -> render(id, part)));
        if (!streams.isFollowed(topic)) {
            last.remove(id);
            return;
        }
        var state = instances.get(Caller.SYSTEM, id).state();
        if (last.put(id, state) != state) {
            PERSONAL.forEach(part -> streams.publish(topic, part, () -> again(id, part)));
            if (state == InstanceState.READY) {
                streams.publish(topic, "try", () -> again(id, "try"));
            }
        }
        if (state.isFinal()) {
            streams.end(topic);
        }
    }

    private String render(InstanceId id, String part) {
        var page = pages.page(Caller.SYSTEM, id, "overview");
        var parameters = switch (part) {
            case "now" -> "page=${page},progress=${progress}";
            case "objects" -> "page=${page},objects=${objects},short=${true}";
            case "cost" -> "page=${page},costs=${costs}";
            case "gpu" -> "page=${page},strips=${strips}";
            case "timeline" -> "page=${page},timeline=${timeline}";
            default -> "page=${page}";
        };
        return renderer.render(
                "provisioning/instance-parts :: %s(%s)".formatted(part, parameters),
                pages.overview(Caller.SYSTEM, page));
    }

    /** The list is narrowed down by the address of the page, so the page fetches it with that. */
    private static String listAgain() {
        return "<div id=\"instances\" data-live hx-get=\"\" hx-trigger=\"load\" hx-target=\"#instances\" hx-swap=\"outerHTML\"></div>";
    }

    /** An element that fetches itself: the answer depends on who looks. */
    private static String again(InstanceId id, String part) {
        return "<div id=\"instance-%2$s\" hx-get=\"/instances/%1$s?part=%2$s\" hx-trigger=\"load\" hx-swap=\"outerHTML\"></div>"
                .formatted(id, part);
    }
}
