package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException.Transient;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one sentence why no answer came. */
final class Unreachable {

    /** What tells most comes first, since the client wraps one of these in another. */
    private static final Map<Class<? extends Throwable>, String> SENTENCES = new LinkedHashMap<>();

    static {
        SENTENCES.put(UnknownHostException.class, "the host of %s is not known");
        SENTENCES.put(UnresolvedAddressException.class, "the host of %s is not known");
        SENTENCES.put(
                GeneralSecurityException.class,
                "the certificate of %s is not trusted: it is of no authority that the kubeconfig names");
        SENTENCES.put(SSLException.class, "no secure connection to %s");
        SENTENCES.put(HttpConnectTimeoutException.class, "nothing answers at %s");
        SENTENCES.put(ConnectException.class, "nothing listens at %s");
        SENTENCES.put(HttpTimeoutException.class, "%s did not answer in time");
        SENTENCES.put(TimeoutException.class, "%s did not answer in time");
    }

    private Unreachable() {}

    static Transient exception(URI address, Throwable failure) {
        var causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
        return new Transient(sentence(causes).formatted(address.getAuthority()), failure);
    }

    private static String sentence(List<Throwable> causes) {
        return SENTENCES.entrySet().stream()
                .filter(sentence -> causes.stream().anyMatch(sentence.getKey()::isInstance))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("the connection to %s broke");
    }

    static Transient interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Transient("interrupted while waiting for the API server", interrupted);
    }
}
