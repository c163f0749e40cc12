package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of rendered parts to the pages that show them. A topic is what a page follows; a region is what is replaced
 * in it, at most once a second. Whoever opens a stream has checked before that the reader may see its topics.
 */
@Component
public class LiveStreams {

    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> positions = new ConcurrentHashMap<>();
    private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /**
     * Opens a stream. A reader who has missed something since the position it names is told to fetch the page again.
     */
    public SseEmitter open(HttpServletRequest request, String... topics) {
        var followed = List.of(topics);
        var stream = new LiveStream(followed, () -> position(followed), streams::remove);
        streams.add(stream);
        return stream.start(lastSeen(request));
    }

    /**
     * Where these topics stand; put it into the stream's address as {@code lastEventId}. Ask before reading what the page
     * shows: what changes while it is drawn is then sent after it.
     */
    public String position(String... topics) {
        return position(Arrays.asList(topics));
    }

    /**
     * Sends a part to all who follow the topic.
     *
     * @param html elements that each have an id on the page; rendered only if someone looks, and only the latest
     */
    public void publish(String topic, String region, Supplier<String> html) {
        positions.computeIfAbsent(topic, any -> new AtomicLong()).incrementAndGet();
        var part = new LiveStream.Part(html);
        streams.stream().filter(each -> each.follows(topic)).forEach(each -> each.offer(topic + "#" + region, part));
    }

    /** Ends the streams of a topic on which nothing can change any more, after what was published before. */
    public void end(String topic) {
        streams.stream().filter(each -> each.follows(topic)).forEach(LiveStream::end);
    }

    /** Whether anyone follows the topic, so that work for nobody can be left out. */
    public boolean isFollowed(String topic) {
        return streams.stream().anyMatch(each -> each.follows(topic));
    }

    private String position(List<String> topics) {
        return topics.stream()
                .map(topic -> positions.getOrDefault(topic, new AtomicLong()).toString())
                .collect(Collectors.joining(".", start + ".", ""));
    }

    private static String lastSeen(HttpServletRequest request) {
        var header = request.getHeader("Last-Event-ID");
        var parameter = request.getParameter("lastEventId");
        return header != null ? header : parameter != null ? parameter : "";
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        streams.forEach(LiveStream::close);
    }
}
