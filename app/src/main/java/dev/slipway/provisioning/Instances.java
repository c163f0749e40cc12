package dev.slipway.provisioning;

import dev.slipway.access.Caller;
import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a person or program can do with instances. An instance of a team that the caller may not view is not found;
 * one that the caller may view and not work on is refused.
 */
public interface Instances {

    /** What the form would come to now. Writes nothing. */
    Plan plan(Caller caller, LaunchForm form);

    /**
     * Launches, or asks for the sign-off that a launch needs.
     *
     * @param submissionKey made by the form; the same key again answers with the same instance
     */
    Submission submit(Caller caller, LaunchForm form, String submissionKey);

    /** What the change would come to now. Writes nothing. */
    Plan planChange(Caller caller, InstanceId id, ChangeForm form);

    /**
     * Accepts a new revision, or asks for the sign-off that it needs; until then the present one goes on.
     *
     * @throws dev.slipway.kernel.ConflictException {@code instance-changed} when the form began from an older revision
     */
    Submission change(Caller caller, InstanceId id, ChangeForm form, String submissionKey);

    /** The form that would change the instance into what it is: what an edit page begins with. */
    ChangeForm formOf(Caller caller, InstanceId id);

    /** Takes back a launch or a change that waits for a sign-off. */
    void withdraw(Caller caller, InstanceId id);

    /** Ends the instance and takes away what it has on the cluster. Deleting what is being deleted changes nothing. */
    void delete(Caller caller, InstanceId id);

    /** Looks again at once, for what has failed and was put right outside. */
    void retry(Caller caller, InstanceId id);

    /** Sets or clears the moment at which the instance deletes itself. */
    void setExpiry(Caller caller, InstanceId id, Optional<Instant> expires);

    /** Those the caller may view, moving and failing ones first, then by name. */
    List<InstanceView> list(Caller caller, InstanceFilter filter);

    /** The first of {@link #list}, at most so many. */
    List<InstanceView> first(Caller caller, InstanceFilter filter, int most);

    /** How many {@link #list} would answer with, without looking at each. */
    int count(Caller caller, InstanceFilter filter);

    InstanceView get(Caller caller, InstanceId id);

    /** Among those that are not deleted, declined or withdrawn. */
    Optional<InstanceView> find(Caller caller, EnvironmentId environment, String name);

    /** Newest first. */
    List<TimelineEntry> timeline(Caller caller, InstanceId id);

    /** The steps of the present revision on its way to readiness, in order. */
    List<StepView> steps(Caller caller, InstanceId id);

    /** When it will probably be ready, while it is on its way. */
    Optional<Instant> expectedReady(Caller caller, InstanceId id);

    /** Newest first. */
    List<RevisionView> revisions(Caller caller, InstanceId id);

    /** As they stood at the last look; in the order in which they are applied. */
    List<ObjectView> objects(Caller caller, InstanceId id);

    /**
     * One of its objects as it is on the cluster, as YAML; without values of Secrets.
     *
     * @throws dev.slipway.kernel.UnavailableException when the cluster is away
     */
    String objectYaml(Caller caller, InstanceId id, String kind, String name);

    /** Kubernetes events about its objects, newest first; empty when the cluster is away. */
    List<KubernetesEvent> events(Caller caller, InstanceId id);

    /** Its pods at this moment; empty when the cluster is away. */
    List<PodView> pods(Caller caller, InstanceId id);

    /**
     * The last lines of a pod's log.
     *
     * @param container none for the first
     * @throws dev.slipway.kernel.UnavailableException when the cluster is away
     */
    List<String> logs(Caller caller, InstanceId id, String pod, Optional<String> container, int lines);

    /**
     * For the try-it chat.
     *
     * @throws dev.slipway.kernel.ConflictException {@code not-ready} while it does not answer
     */
    ChatConnection connectChat(Caller caller, InstanceId id);

    /**
     * A secret output, read from the cluster at this moment. Recorded in the audit trail; not to be kept.
     *
     * @param output its name: {@code apiKey}
     */
    String reveal(Caller caller, InstanceId id, String output);
}
