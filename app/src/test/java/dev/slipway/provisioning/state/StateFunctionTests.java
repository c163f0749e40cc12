package dev.slipway.provisioning.state;

import static dev.slipway.provisioning.InstanceState.COMPLETED;
import static dev.slipway.provisioning.InstanceState.DEGRADED;
import static dev.slipway.provisioning.InstanceState.FAILED;
import static dev.slipway.provisioning.InstanceState.PROVISIONING;
import static dev.slipway.provisioning.InstanceState.READY;
import static dev.slipway.provisioning.InstanceState.UPDATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.state.Refusal.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told in situations as the components of Kubernetes write them. */
class StateFunctionTests {

    private static final String SERVER = "search";
    private static final String SET = "search-6d5f7c9b8";
    private static final String POD = "search-6d5f7c9b8-x2x7q";

    private static Situation server() {
        return Situation.of().waiting("Deployment", SERVER, "");
    }

    private static Situation pod(String status) {
        return server().pod(POD, SET, status);
    }

    private static Situation container(String state) {
        return pod(
                "{phase: Pending, containerStatuses: [{name: server, image: 'docker.io/vllm/vllm-openai:v0.18.0', ready: false, %s}]}"
                        .formatted(state));
    }

    private static Situation unschedulable(String message) {
        return pod(
                "{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: '%s'}]}"
                        .formatted(message.replace("'", "''")));
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                // how it is called, the situation, state, the object that blocks, words of the sentence
                of("ready", Situation.of().ready("Deployment", SERVER).ready("Service", SERVER), READY, "", "running"),
                of("nothing but configuration", Situation.of().ready("ConfigMap", SERVER), READY, "", "in place"),
                of("job done", Situation.of().ready("Job", "tune").ready("ConfigMap", "tune"), COMPLETED, "", "done"),
                of(
                        "a job beside a server is not the end",
                        Situation.of().ready("Job", "ingest").ready("Deployment", SERVER),
                        READY,
                        "",
                        "running"),
                of(
                        "weights on the way",
                        Situation.of().waitsFor(Finding.progress("Fetching the weights of Llama: 3.1 of 8.5 GiB.")),
                        PROVISIONING,
                        "",
                        "3.1 of 8.5 GiB"),
                of(
                        "weights not there",
                        Situation.of()
                                .waitsFor(Finding.last(
                                        "The weights could not be fetched: no such digest.",
                                        "Try again.",
                                        Optional.empty())),
                        FAILED,
                        "",
                        "no such digest"),
                of("just applied", server(), PROVISIONING, "", "0 of 1 pods are available"),
                of("a change on its way", server().changes(), UPDATING, "", "0 of 1"),
                of("lost readiness", server().wasReady(), DEGRADED, "Deployment search", "0 of 1"),
                of(
                        "container starts",
                        container("state: {waiting: {reason: ContainerCreating}}"),
                        PROVISIONING,
                        "",
                        "0 of 1"),
                of(
                        "runs, probe not yet passed",
                        pod(
                                "{phase: Running, containerStatuses: [{name: server, ready: false, state: {running: {startedAt: x}}}]}"),
                        PROVISIONING,
                        "",
                        "runs and is not ready yet"),
                of(
                        "waits for another object",
                        server().untried("Job", "ingest", "Deployment search"),
                        PROVISIONING,
                        "",
                        "0 of 1"),
                of(
                        "no free GPU",
                        unschedulable(
                                "0/6 nodes are available: 2 node(s) didn't match Pod's node affinity/selector, 4 Insufficient nvidia.com/mig-3g.40gb. preemption: 0/6 nodes are available: 6 No preemption victims found for incoming pod."),
                        PROVISIONING,
                        "Deployment search",
                        "4 of 6 nodes have no free nvidia.com/mig-3g.40gb"),
                of(
                        "no free CPU",
                        unschedulable("0/3 nodes are available: 1 Insufficient memory, 3 Insufficient cpu."),
                        PROVISIONING,
                        "Deployment search",
                        "3 of 3 nodes have no free cpu"),
                of(
                        "tainted nodes",
                        unschedulable(
                                "0/2 nodes are available: 2 node(s) had untolerated taint {dedicated: training}."),
                        PROVISIONING,
                        "Deployment search",
                        "dedicated: training"),
                of(
                        "no node with the labels",
                        unschedulable("0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector."),
                        PROVISIONING,
                        "Deployment search",
                        "no node carries the labels"),
                of(
                        "closed nodes",
                        unschedulable("0/2 nodes are available: 2 node(s) were unschedulable."),
                        PROVISIONING,
                        "Deployment search",
                        "closed for maintenance"),
                of(
                        "volume not bound",
                        unschedulable("0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims."),
                        PROVISIONING,
                        "Deployment search",
                        "its volume does not exist yet"),
                of(
                        "volume elsewhere",
                        unschedulable("0/2 nodes are available: 2 node(s) had volume node affinity conflict."),
                        PROVISIONING,
                        "Deployment search",
                        "lies on another node"),
                of(
                        "too many pods",
                        unschedulable("0/1 nodes are available: 1 Too many pods."),
                        PROVISIONING,
                        "Deployment search",
                        "as many pods as they may"),
                of(
                        "image pull begins to fail",
                        container("state: {waiting: {reason: ErrImagePull, message: 'manifest unknown'}}"),
                        PROVISIONING,
                        "Deployment search",
                        "vllm-openai:v0.18.0 cannot be fetched: manifest unknown"),
                of(
                        "image pull backs off",
                        container(
                                "state: {waiting: {reason: ImagePullBackOff, message: 'Back-off pulling image \"x\"'}}"),
                        PROVISIONING,
                        "Deployment search",
                        "cannot be fetched"),
                of(
                        "image name wrong",
                        container("state: {waiting: {reason: InvalidImageName}}"),
                        FAILED,
                        "Deployment search",
                        "not valid"),
                of(
                        "secret missing",
                        container(
                                "state: {waiting: {reason: CreateContainerConfigError, message: 'secret \"search-key\" not found'}}"),
                        PROVISIONING,
                        "Deployment search",
                        "search-key"),
                of(
                        "crashes",
                        container(
                                "restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {reason: Error, exitCode: 1}}"),
                        PROVISIONING,
                        "Deployment search",
                        "keeps crashing, 2 times so far, last with exit code 1"),
                of(
                        "crashes for ever",
                        container(
                                "restartCount: 6, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {reason: Error, exitCode: 1}}"),
                        FAILED,
                        "Deployment search",
                        "keeps crashing"),
                of(
                        "crashes after it was ready",
                        container(
                                        "restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {reason: Error, exitCode: 137}}")
                                .wasReady(),
                        DEGRADED,
                        "Deployment search",
                        "exit code 137"),
                of(
                        "out of memory",
                        container(
                                "restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {reason: OOMKilled, exitCode: 137}}"),
                        PROVISIONING,
                        "Deployment search",
                        "ran out of memory, once so far. Give it more memory"),
                of(
                        "out of memory again and again",
                        container("restartCount: 5, state: {terminated: {reason: OOMKilled, exitCode: 137}}"),
                        FAILED,
                        "Deployment search",
                        "ran out of memory"),
                of(
                        "preparing container fails",
                        pod(
                                "{phase: Pending, initContainerStatuses: [{name: prepare, ready: false, state: {terminated: {reason: Error, exitCode: 2}}}]}"),
                        PROVISIONING,
                        "Deployment search",
                        "preparing container prepare"),
                of(
                        "evicted",
                        pod(
                                "{phase: Failed, reason: Evicted, message: 'The node was low on resource: ephemeral-storage.'}"),
                        PROVISIONING,
                        "Deployment search",
                        "evicted"),
                of(
                        "node lost",
                        pod("{phase: Running, reason: NodeLost}").wasReady(),
                        DEGRADED,
                        "Deployment search",
                        "is lost"),
                of(
                        "node not ready",
                        pod("{phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: server, ready: false, state: {running: {}}}]}")
                                .wasReady()
                                .warning("Pod", POD, "NodeNotReady", "Node is not ready"),
                        DEGRADED,
                        "Deployment search",
                        "does not answer"),
                of(
                        "no progress",
                        Situation.of()
                                .waiting(
                                        "Deployment",
                                        SERVER,
                                        "conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]"),
                        FAILED,
                        "Deployment search",
                        "no progress within its deadline"),
                of(
                        "progress deadline passed for want of a GPU",
                        Situation.of()
                                .waiting(
                                        "Deployment",
                                        SERVER,
                                        "conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]")
                                .pod(
                                        SERVER + "-5d9c7b6f4-x2x9k",
                                        SERVER + "-5d9c7b6f4",
                                        "{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: '0/6 nodes are available: 6 Insufficient nvidia.com/mig-7g.80gb.'}]}"),
                        FAILED,
                        "Deployment search",
                        "no progress within its deadline: No node has room for pod search-5d9c7b6f4-x2x9k: 6 of 6 nodes have no free nvidia.com/mig-7g.80gb"),
                of(
                        "namespace quota full",
                        Situation.of()
                                .waiting(
                                        "Deployment",
                                        SERVER,
                                        "conditions: [{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: 'pods \"x\" is forbidden: exceeded quota: slipway-quota, requested: requests.nvidia.com/mig-3g.40gb=1, used: requests.nvidia.com/mig-3g.40gb=2, limited: requests.nvidia.com/mig-3g.40gb=2'}]"),
                        PROVISIONING,
                        "Deployment search",
                        "It needs 1 nvidia.com/mig-3g.40gb, 2 nvidia.com/mig-3g.40gb is used of 2"),
                of(
                        "Pod Security refuses the pods",
                        server().warning(
                                        "ReplicaSet",
                                        SET,
                                        "FailedCreate",
                                        "Error creating: pods \"x\" is forbidden: violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (container \"server\" must set securityContext.allowPrivilegeEscalation=false)"),
                        FAILED,
                        "Deployment search",
                        "Pod Security rules (restricted:latest)"),
                of(
                        "a webhook refuses the pods",
                        server().warning(
                                        "ReplicaSet",
                                        SET,
                                        "FailedCreate",
                                        "admission webhook \"policy.example\" denied the request: image not signed"),
                        FAILED,
                        "Deployment search",
                        "policy.example"),
                of(
                        "was refused at first, runs by now",
                        pod("{phase: Running, containerStatuses: [{name: server, ready: false, state: {running: {}}}]}")
                                .warning(
                                        "ReplicaSet",
                                        SET,
                                        "FailedCreate",
                                        "exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1"),
                        PROVISIONING,
                        "",
                        "runs and is not ready yet"),
                of(
                        "no storage class",
                        Situation.of()
                                .waiting("PersistentVolumeClaim", "data", "phase: Pending")
                                .warning(
                                        "PersistentVolumeClaim",
                                        "data",
                                        "FailedBinding",
                                        "no persistent volumes available for this claim and no storage class is set"),
                        PROVISIONING,
                        "PersistentVolumeClaim data",
                        "default storage class"),
                of(
                        "unknown storage class",
                        Situation.of()
                                .waiting("PersistentVolumeClaim", "data", "phase: Pending")
                                .warning(
                                        "PersistentVolumeClaim",
                                        "data",
                                        "ProvisioningFailed",
                                        "storageclass.storage.k8s.io \"fast\" not found"),
                        PROVISIONING,
                        "PersistentVolumeClaim data",
                        "storage class that the cluster has"),
                of(
                        "volume lost",
                        Situation.of().waiting("PersistentVolumeClaim", "data", "phase: Lost"),
                        FAILED,
                        "PersistentVolumeClaim data",
                        "is lost"),
                of(
                        "volume cannot be mounted",
                        container("state: {waiting: {reason: ContainerCreating}}")
                                .warning("Pod", POD, "FailedMount", "MountVolume.SetUp failed for volume \"weights\""),
                        PROVISIONING,
                        "Deployment search",
                        "cannot be mounted"),
                of(
                        "job failed too often",
                        Situation.of()
                                .waiting(
                                        "Job",
                                        "tune",
                                        "conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]"),
                        FAILED,
                        "Job tune",
                        "failed as often as it may"),
                of(
                        "job took too long",
                        Situation.of()
                                .waiting(
                                        "Job",
                                        "tune",
                                        "conditions: [{type: Failed, status: 'True', reason: DeadlineExceeded}]"),
                        FAILED,
                        "Job tune",
                        "longer than it may"),
                of(
                        "its own rule says failed",
                        Situation.of().failed("Deployment", SERVER, "the licence is gone"),
                        FAILED,
                        "Deployment search",
                        "the licence is gone"),
                of(
                        "invalid",
                        Situation.of()
                                .refused(
                                        "Deployment",
                                        SERVER,
                                        Kind.INVALID,
                                        "Deployment is invalid",
                                        "spec.replicas: must be at least 0"),
                        FAILED,
                        "Deployment search",
                        "spec.replicas: must be at least 0"),
                of(
                        "somebody else's fields",
                        Situation.of()
                                .refused(
                                        "Service",
                                        SERVER,
                                        Kind.CONFLICT,
                                        "Apply failed with 1 conflict: conflict with \"kubectl\" using v1: .spec.ports"),
                        FAILED,
                        "Service search",
                        "managed by kubectl"),
                of(
                        "not allowed",
                        Situation.of()
                                .refused(
                                        "Service",
                                        SERVER,
                                        Kind.FORBIDDEN,
                                        "services is forbidden: User \"slipway:claims:test\" cannot patch"),
                        FAILED,
                        "Service search",
                        "may not create"),
                of(
                        "refused for quota",
                        Situation.of()
                                .refused(
                                        "PersistentVolumeClaim",
                                        "data",
                                        Kind.OVER_QUOTA,
                                        "exceeded quota: q, requested: requests.storage=10Gi, used: requests.storage=95Gi, limited: requests.storage=100Gi"),
                        PROVISIONING,
                        "PersistentVolumeClaim data",
                        "It needs 10Gi storage"),
                of(
                        "kind not served",
                        Situation.of().refused("HTTPRoute", SERVER, Kind.MISSING, "no matches for kind HTTPRoute"),
                        PROVISIONING,
                        "HTTPRoute search",
                        "no matches"),
                of(
                        "deadline passed in silence",
                        server().applied(Duration.ofMinutes(21)),
                        FAILED,
                        "Deployment search",
                        "was not ready within 20 min"),
                of(
                        "deadline passed for want of a GPU",
                        unschedulable("0/4 nodes are available: 4 Insufficient nvidia.com/gpu.")
                                .applied(Duration.ofMinutes(21)),
                        FAILED,
                        "Deployment search",
                        "4 of 4 nodes have no free nvidia.com/gpu"),
                of(
                        "the worst of two blocks",
                        Situation.of()
                                .waiting("Deployment", "embed", "")
                                .waiting(
                                        "Deployment",
                                        SERVER,
                                        "conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]"),
                        FAILED,
                        "Deployment search",
                        "no progress"));
    }

    private static Arguments of(String name, Situation situation, InstanceState state, String blocking, String words) {
        return arguments(name, situation, state, blocking, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void tellsStateAndCause(String name, Situation situation, InstanceState state, String blocking, String words) {
        var assessment = situation.assess();

        assertThat(assessment.state()).as(assessment.sentence()).isEqualTo(state);
        assertThat(assessment.sentence()).contains(words);
        assertThat(assessment.problem().flatMap(problem -> problem.object()).orElse(""))
                .isEqualTo(blocking);
    }

    @Test
    void aPodOfAnObjectWithALongerNameIsNotBlamedOnTheShorterOne() {
        var assessment = Situation.of()
                .waiting("Deployment", "search", "")
                .ready("Deployment", "search-embed")
                .warning(
                        "ReplicaSet",
                        "search-embed-5c4b",
                        "FailedCreate",
                        "exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1")
                .assess();

        assertThat(assessment.problem()).isEmpty();
    }
}
