package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.Transient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer that comes line by line. Read by one thread; the next bytes are asked for when those before have been dealt with. */
final class Stream implements AutoCloseable {

    /** A part of the answer; the empty one ends it. */
    private final LinkedBlockingQueue<Optional<byte[]>> arrived = new LinkedBlockingQueue<>();

    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private @Nullable AsyncBody body;
    private int code;

    /** Called by the client. */
    void add(List<ByteBuffer> buffers, AsyncBody from) {
        var bytes = new ByteArrayOutputStream();
        for (var buffer : buffers) {
            var part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        if (bytes.size() == 0) {
            from.consume();
        } else {
            arrived.add(Optional.of(bytes.toByteArray()));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the reader finds the end in the queue
    void begin(HttpResponse<AsyncBody> response) {
        code = response.code();
        body = response.body();
        body.done().whenComplete((done, failed) -> arrived.add(Optional.empty()));
        body.consume();
    }

    /**
     * Hands every line over until the server ends the answer.
     *
     * @throws ClusterException when the server refused, or nothing came for that long
     */
    void lines(Duration silence, Consumer<String> reader) {
        for (var chunk = next(silence); chunk.isPresent(); chunk = next(silence)) {
            for (var line : split(chunk.get())) {
                reader.accept(line);
            }
            consume();
        }
    }

    private Optional<byte[]> next(Duration silence) {
        try {
            var bytes = arrived.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
            if (bytes == null) {
                throw new Transient("nothing was heard for " + silence.toSeconds() + " s");
            }
            return bytes;
        } catch (InterruptedException interrupted) {
            throw Unreachable.interrupted(interrupted);
        }
    }

    private void consume() {
        if (body != null) {
            body.consume();
        }
    }

    private List<String> split(byte[] chunk) {
        var lines = new ArrayList<String>();
        for (var letter : chunk) {
            if (letter == '\n') {
                lines.add(rest.toString(StandardCharsets.UTF_8));
                rest.reset();
            } else {
                rest.write(letter);
            }
        }
        return lines;
    }

    int code() {
        return code;
    }

    /** What is left when no line was ended, as in a refusal. */
    Answer refusal(Duration silence) {
        var whole = new StringBuilder();
        lines(silence, whole::append);
        return new Answer(code, whole + rest.toString(StandardCharsets.UTF_8), List.of());
    }

    @Override
    public void close() {
        if (body != null) {
            body.cancel();
        }
    }
}
