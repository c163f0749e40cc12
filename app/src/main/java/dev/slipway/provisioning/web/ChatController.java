package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.SlipwayException;
import dev.slipway.provisioning.ChatConnection;
import dev.slipway.provisioning.Instances;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The try-it chat: streamed to a script, as a whole page to a browser without. Nothing of it is kept here. */
@Controller
class ChatController {

    private static final long PATIENCE = Duration.ofMinutes(3).toMillis();

    private final Instances instances;
    private final InstancePages pages;
    private final ChatClient client;

    ChatController(Instances instances, InstancePages pages, ChatClient client) {
        this.instances = instances;
        this.pages = pages;
        this.client = client;
    }

    @PostMapping(path = "/instances/{id}/chat", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    SseEmitter stream(
            @PathVariable String id,
            @RequestParam String message,
            @RequestParam(defaultValue = "") List<String> earlier,
            Caller caller) {
        var connection = instances.connectChat(caller, InstancePages.id(id));
        var emitter = new SseEmitter(PATIENCE);
        Thread.ofVirtual().name("chat").start(() -> answer(connection, ChatTurn.of(earlier, message), emitter));
        return emitter;
    }

    private void answer(ChatConnection connection, List<ChatTurn> turns, SseEmitter emitter) {
        try {
            var figures = client.ask(connection, turns, text -> send(emitter, "text", text));
            send(emitter, "done", figures.sentence());
        } catch (SlipwayException away) {
            send(emitter, "problem", String.valueOf(away.getMessage()));
        }
        emitter.complete();
    }

    private static boolean send(SseEmitter emitter, String event, String text) {
        try {
            emitter.send(SseEmitter.event().name(event).data(Map.of("text", text), MediaType.APPLICATION_JSON));
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }

    @PostMapping(path = "/instances/{id}/chat", produces = MediaType.TEXT_HTML_VALUE)
    String page(
            @PathVariable String id,
            @RequestParam String message,
            @RequestParam(defaultValue = "") List<String> earlier,
            Caller caller,
            Model model) {
        var page = pages.page(caller, InstancePages.id(id), "overview");
        model.addAllAttributes(pages.overview(caller, page));
        model.addAttribute("chat", answered(caller, page, ChatTurn.of(earlier, message), message));
        return "provisioning/instance";
    }

    private ChatView answered(Caller caller, InstancePage page, List<ChatTurn> turns, String message) {
        var chat = ChatView.of(page, false);
        var text = new StringBuilder();
        try {
            var connection = instances.connectChat(caller, page.instance().id());
            var figures =
                    client.ask(connection, turns, piece -> !text.append(piece).isEmpty());
            var all = new ArrayList<>(turns);
            all.add(new ChatTurn(false, text.toString(), figures.sentence()));
            return chat.saying(all);
        } catch (SlipwayException away) {
            return chat.failed(turns.subList(0, turns.size() - 1), message, String.valueOf(away.getMessage()));
        }
    }
}
