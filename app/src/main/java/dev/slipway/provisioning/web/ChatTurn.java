package dev.slipway.provisioning.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said in the try-it chat.
 *
 * @param figures what stands below an answer
 */
record ChatTurn(boolean mine, String text, @Nullable String figures) {

    private static final int MOST = 20;

    /** The conversation as the form carries it, question and answer in turn, and the new question. */
    static List<ChatTurn> of(List<String> earlier, String message) {
        var turns = new ArrayList<ChatTurn>();
        var from = Math.max(0, (earlier.size() - MOST) / 2 * 2);
        for (var index = from; index < earlier.size(); index++) {
            turns.add(new ChatTurn(index % 2 == 0, earlier.get(index), null));
        }
        turns.add(new ChatTurn(true, message, null));
        return List.copyOf(turns);
    }

    /** As the OpenAI API names who spoke. */
    String role() {
        return mine ? "user" : "assistant";
    }
}
