package dev.slipway.provisioning.web;

import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.OutputView;
import dev.slipway.shell.ui.Tab;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The try-it card of an instance page.
 *
 * @param code whether it shows code rather than the chat
 * @param model what the endpoint calls its model, as far as the parameters tell
 * @param draft what stands in the field, after a failure
 * @param problem why there was no answer
 */
record ChatView(
        boolean code,
        String path,
        String model,
        List<Snippet> snippets,
        List<ChatTurn> turns,
        String draft,
        @Nullable String problem) {

    static ChatView of(InstancePage page, boolean code) {
        return new ChatView(code, page.path(), model(page.instance()), snippets(page.instance()), List.of(), "", null);
    }

    ChatView saying(List<ChatTurn> turns) {
        return new ChatView(code, path, model, snippets, turns, draft, problem);
    }

    ChatView failed(List<ChatTurn> before, String message, String why) {
        return new ChatView(code, path, model, snippets, before, message, why);
    }

    public List<Tab> tabs() {
        return List.of(new Tab("Chat", path, null, !code), new Tab("Code", path + "?try=code", null, code));
    }

    private static String model(InstanceView instance) {
        return Optional.ofNullable(instance.parameters().get("model"))
                .map(String::valueOf)
                .orElse(instance.name());
    }

    private static List<Snippet> snippets(InstanceView instance) {
        return instance.endpoint()
                .flatMap(OutputView::value)
                .map(url -> Snippet.of(url, model(instance)))
                .orElse(List.of());
    }
}
