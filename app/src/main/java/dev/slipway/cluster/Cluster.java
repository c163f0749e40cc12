package dev.slipway.cluster;

import dev.slipway.kernel.ClusterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes API that Slipway provisions on. Every call may throw a {@link ClusterException}; none blocks longer than the
 * connection's time-out. Instances are safe for use by many threads.
 */
public interface Cluster {

    ClusterId id();

    /** What the cluster offers, as discovered lately. */
    Capabilities capabilities();

    /**
     * The OpenAPI v3 document of the custom resources of a group's version ({@code cert-manager.io/v1}); empty when none is
     * served.
     */
    Optional<Map<String, Object>> customResources(String apiVersion);

    /** Asks the API server whether it is there and how long the answer took. */
    Duration ping();

    /** Server-side apply. Fields that this manager meant before and means no longer go, unless another owns them too. */
    Applied apply(Manifest manifest, ApplyOptions options);

    Optional<Manifest> get(ObjectKey key);

    /** The objects of a kind, by label selector ({@code a=b,c}; empty for all). Namespace null: of the whole cluster. */
    List<Manifest> list(String apiVersion, String kind, @Nullable String namespace, String labelSelector);

    /**
     * Deletes the object if it still is the one with that UID. Dependents go in the background.
     *
     * @return false when it was already gone or is another by now
     */
    boolean delete(ObjectKey key, @Nullable String uid, @Nullable String asUser);

    /** The newest Kubernetes events of a namespace, newest first. */
    List<KubernetesEvent> events(String namespace);

    /**
     * The last lines of a pod's container log.
     *
     * @param container null for the first
     * @return nothing while no node has taken the pod
     * @throws ClusterException.NotStarted while the container waits to start on its node
     */
    List<String> logs(String namespace, String pod, @Nullable String container, int lines);

    /**
     * Tells of every change to objects that carry the label {@code app.kubernetes.io/managed-by=slipway}, and of their pods,
     * until closed; it begins with what is there. Gaps are possible; whoever needs certainty looks again now and then.
     */
    AutoCloseable watch(Consumer<ObjectChange> listener);

    /** Whether {@code user} may do this (SubjectAccessReview). */
    boolean mayUserDo(
            String user,
            List<String> groups,
            String verb,
            String apiGroup,
            String resource,
            @Nullable String namespace);

    /**
     * The address under which this process reaches the in-cluster service for the try-it chat, the API server's service proxy
     * for instance.
     */
    ServiceConnection connect(String namespace, String service, int port);
}
