package dev.slipway.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One page that listens, served by a thread of its own, so that a slow reader holds up nobody else. */
final class LiveStream {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** After this the browser connects again, and whether it may is checked again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final List<String> topics;
    private final Supplier<String> position;
    private final Consumer<LiveStream> closed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Part> waiting = new LinkedHashMap<>();
    private boolean ending;
    private volatile boolean open = true;

    LiveStream(List<String> topics, Supplier<String> position, Consumer<LiveStream> closed) {
        this.topics = topics;
        this.position = position;
        this.closed = closed;
    }

    SseEmitter start(String lastSeen) {
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(any -> close());
        Thread.ofVirtual().name("live").start(() -> run(lastSeen));
        return emitter;
    }

    boolean follows(String topic) {
        return topics.contains(topic);
    }

    void offer(String region, Part part) {
        change(() -> waiting.put(region, part));
    }

    void end() {
        change(() -> ending = true);
    }

    void close() {
        open = false;
        closed.accept(this);
        change(() -> ending = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run(String lastSeen) {
        try {
            greet(lastSeen);
            for (var news = await(); news != null; news = await()) {
                send(news);
            }
            if (open) {
                emitter.send(SseEmitter.event().name("end").data(""));
            }
            emitter.complete();
        } catch (IOException gone) {
            LOG.trace("A reader has left", gone);
        } catch (RuntimeException broken) {
            breakOff(broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** What could not be drawn was not sent, so the reader connects again as one who has missed something. */
    private void breakOff(RuntimeException broken) {
        if (open) {
            LOG.warn("What has changed on a page that follows {} could not be drawn", topics, broken);
            emitter.complete();
        }
    }

    private void greet(String lastSeen) throws IOException {
        var now = position.get();
        var missed = !lastSeen.isEmpty() && !lastSeen.equals(now);
        emitter.send(SseEmitter.event()
                .name(missed ? "refresh" : "heartbeat")
                .id(now)
                .reconnectTime(3000)
                .data(""));
    }

    /** What has to be sent now; without parts it is a heartbeat, none is the end. */
    private @Nullable News await() throws InterruptedException {
        lock.lock();
        try {
            var left = HEARTBEAT.toNanos();
            while (waiting.isEmpty() && !ending && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (!open || (waiting.isEmpty() && ending)) {
                return null;
            }
            var news = new News(position.get(), List.copyOf(waiting.values()));
            waiting.clear();
            return news;
        } finally {
            lock.unlock();
        }
    }

    private void send(News news) throws IOException, InterruptedException {
        if (news.parts.isEmpty()) {
            emitter.send(SseEmitter.event().name("heartbeat").id(news.at).data(""));
            return;
        }
        var html = news.parts.stream().map(Part::html).collect(Collectors.joining("\n"));
        emitter.send(SseEmitter.event().name("part").id(news.at).data(html));
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }

    /**
     * One event, so that a reader who is cut off has seen all of it or nothing.
     *
     * @param at where the topics stood before the parts were taken, never later
     */
    private record News(String at, List<Part> parts) {}

    /** Rendered once for all who look at it. */
    static final class Part {

        private final ReentrantLock rendering = new ReentrantLock();
        private final Supplier<String> source;
        private @Nullable String html;

        Part(Supplier<String> source) {
            this.source = source;
        }

        String html() {
            rendering.lock();
            try {
                var rendered = html == null ? source.get() : html;
                html = rendered;
                return rendered;
            } finally {
                rendering.unlock();
            }
        }
    }
}
