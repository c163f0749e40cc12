package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.Transient;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends calls, at most 16 at a time, and waits for each no longer than the time-out. */
final class ApiServer implements AutoCloseable {

    private static final int AT_ONCE = 16; // more is a storm of connections and no faster

    private final KubernetesClient client;
    private final URI address;
    private final Duration timeout;
    private final Semaphore permits = new Semaphore(AT_ONCE);

    ApiServer(KubernetesClient client, Duration timeout) {
        this.client = client;
        this.address = URI.create(client.getConfiguration().getMasterUrl());
        this.timeout = timeout;
    }

    /**
     * The answer to a call that succeeded.
     *
     * @throws ClusterException when it did not
     */
    Answer call(Call call) {
        var answer = send(call);
        if (!answer.successful()) {
            throw Refusals.exception(answer);
        }
        return answer;
    }

    /** The answer, whatever it says. */
    Answer send(Call call) {
        var deadline = System.nanoTime() + timeout.toNanos();
        acquire();
        try {
            var response = await(client.getHttpClient().sendAsync(request(call, timeout), String.class), deadline);
            return new Answer(response.code(), response.body(), Warnings.of(response.headers("Warning")));
        } finally {
            permits.release();
        }
    }

    /** Begins an answer that comes bit by bit, without counting it as one of the calls at a time. */
    Stream stream(Call call, Duration atMost) {
        var stream = new Stream();
        var response = client.getHttpClient().consumeBytes(request(call, timeout.plus(atMost)), stream::add);
        stream.begin(await(response, System.nanoTime() + timeout.toNanos()));
        return stream;
    }

    private HttpRequest request(Call call, Duration limit) {
        var request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(uri(address, call.path()))
                .header("Accept", call.accept())
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (call.asUser() != null) {
            request.header("Impersonate-User", call.asUser());
        }
        var body = call.body();
        return body == null
                ? request.build()
                : request.method(call.method(), body.contentType(), body.json()).build();
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Transient("%s is busy with %d calls of ours".formatted(address.getAuthority(), AT_ONCE));
            }
        } catch (InterruptedException interrupted) {
            throw Unreachable.interrupted(interrupted);
        }
    }

    private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> response, long deadline) {
        try {
            return response.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            response.cancel(true);
            throw Unreachable.exception(address, slow);
        } catch (ExecutionException failed) {
            throw Unreachable.exception(address, failed);
        } catch (InterruptedException interrupted) {
            response.cancel(true);
            throw Unreachable.interrupted(interrupted);
        }
    }

    /** Behind a gateway the address has a path of its own. */
    static URI uri(URI address, String path) {
        var base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    @Override
    public void close() {
        client.close();
    }
}
