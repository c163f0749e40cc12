package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.Transient;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a source into the client library's configuration, or says in one sentence why it cannot. */
final class Kubeconfigs {

    private static final Path POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
    private static final int NO_RETRY = 0;

    private Kubeconfigs() {}

    static Config configuration(KubeconfigSource source, Duration timeout) {
        var config = switch (source) {
            case KubeconfigSource.File file -> file(file);
            case KubeconfigSource.Text text -> text(text.text(), text.context(), "the kubeconfig");
            case KubeconfigSource.InCluster() -> inCluster(System.getenv(), POD);
        };
        return new ConfigBuilder(config)
                .withConnectionTimeout((int) timeout.toMillis() / 3)
                .withRequestTimeout((int) timeout.toMillis())
                .withRequestRetryBackoffLimit(NO_RETRY)
                .withUserAgent("slipway")
                .build();
    }

    private static Config file(KubeconfigSource.File source) {
        var name = "the kubeconfig " + source.path();
        var context = checked(read(source.path(), name), source.context(), name);
        return guarded(name, () -> Config.fromKubeconfig(context, source.path().toFile()));
    }

    private static String read(Path path, String name) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException missing) {
            throw new Transient(name + " does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new Transient(name + " may not be read by this process", denied);
        } catch (MalformedInputException binary) {
            throw new Transient(name + " is not a text file", binary);
        } catch (IOException failed) {
            throw new Transient(name + " cannot be read", failed);
        }
    }

    private static Config text(String text, @Nullable String context, String name) {
        var chosen = checked(text, context, name);
        var model = parse(text, name);
        model.setCurrentContext(chosen);
        return guarded(name, () -> Config.fromKubeconfig(Serialization.asYaml(model)));
    }

    /** The context to use, once it is certain that it names a cluster and a user which are there. */
    private static String checked(String text, @Nullable String wanted, String name) {
        var model = parse(text, name);
        var context = Optional.ofNullable(wanted).orElse(model.getCurrentContext());
        if (context == null || context.isBlank()) {
            throw new Transient(name + " has no current context, and none was chosen");
        }
        var names = model.getContexts().stream().map(NamedContext::getName).toList();
        var found = model.getContexts().stream()
                .filter(candidate -> context.equals(candidate.getName()) && candidate.getContext() != null)
                .findFirst()
                .orElseThrow(() -> new Transient("%s has no context \"%s\"; it has %s"
                        .formatted(name, context, names.isEmpty() ? "none" : String.join(", ", names))))
                .getContext();
        require(
                model.getClusters().stream()
                        .anyMatch(cluster -> cluster.getName().equals(found.getCluster())
                                && cluster.getCluster() != null
                                && cluster.getCluster().getServer() != null),
                "%s has no address for the cluster \"%s\" of context \"%s\""
                        .formatted(name, found.getCluster(), context));
        require(
                found.getUser() == null
                        || model.getUsers().stream()
                                .anyMatch(user -> user.getName().equals(found.getUser())),
                "%s has no user \"%s\", whom context \"%s\" names".formatted(name, found.getUser(), context));
        return context;
    }

    private static io.fabric8.kubernetes.api.model.Config parse(String text, String name) {
        var model = guarded(name, () -> Serialization.unmarshal(text, io.fabric8.kubernetes.api.model.Config.class));
        require(model != null && !model.getClusters().isEmpty(), name + " is not a kubeconfig: it names no clusters");
        return model;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new Transient(otherwise);
        }
    }

    /** The library's messages may quote the text, which holds credentials; so neither they nor the cause are kept. */
    @SuppressWarnings("PreserveStackTrace")
    private static <T> T guarded(String name, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ClusterException known) {
            throw known;
        } catch (RuntimeException wrong) {
            throw new Transient(name + " is not a kubeconfig, or refers to files that cannot be read");
        }
    }

    static Config inCluster(Map<String, String> environment, Path pod) {
        var host = environment.get("KUBERNETES_SERVICE_HOST");
        var token = pod.resolve("token");
        if (host == null || !Files.isReadable(token)) {
            throw new Transient(
                    "Slipway does not run in a pod with a service account token, so there is no cluster around it");
        }
        var address = host.contains(":") ? "[" + host + "]" : host;
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("https://" + address + ":" + environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443"))
                .withCaCertFile(pod.resolve("ca.crt").toString())
                .withOauthTokenProvider(
                        () -> read(token, "the service account token").strip()) // kubelets renew it
                .build();
    }
}
