package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException.Transient;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why no answer came. */
final class Unreachable {

    private Unreachable() {}

    static Transient exception(URI address, Throwable failure) {
        var host = address.getAuthority();
        return new Transient(
                causes(failure)
                        .flatMap(cause -> Stream.ofNullable(sentence(cause, host)))
                        .findFirst()
                        .orElse("the connection to " + host + " broke"),
                failure);
    }

    static Transient interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Transient("interrupted while waiting for the API server", interrupted);
    }

    /** Innermost first. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, java.util.Objects::nonNull, Throwable::getCause)
                .toList()
                .reversed()
                .stream();
    }

    private static @Nullable String sentence(Throwable cause, String host) {
        return switch (cause) {
            case UnknownHostException unknown -> "the host of " + host + " is not known";
            case UnresolvedAddressException unknown -> "the host of " + host + " is not known";
            case HttpConnectTimeoutException silent -> "nothing answers at " + host;
            case ConnectException refused -> "nothing listens at " + host;
            case HttpTimeoutException slow -> host + " did not answer in time";
            case TimeoutException slow -> host + " did not answer in time";
            case SSLException untrusted -> "no trusted connection to " + host + ": " + untrusted.getMessage();
            default -> null;
        };
    }
}
