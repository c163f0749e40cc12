package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.Readiness.Failed;
import dev.slipway.blueprint.Readiness.Ready;
import dev.slipway.blueprint.Readiness.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessTests {

    private static final Blueprint PLAIN = Sketch.blueprint(Sketch.with());
    private static final Readiness READY = new Ready();

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(
                        "Deployment",
                        "spec: {replicas: 2}",
                        "status: {replicas: 2, updatedReplicas: 2, availableReplicas: 2}",
                        READY),
                Arguments.of(
                        "Deployment",
                        "spec: {replicas: 2}",
                        "status: {replicas: 2, updatedReplicas: 2, availableReplicas: 1}",
                        new Waiting("1 of 2 pods are available.")),
                Arguments.of(
                        "Deployment",
                        "spec: {replicas: 2}",
                        "status: {replicas: 2, updatedReplicas: 1}",
                        new Waiting("1 of 2 pods are updated.")),
                Arguments.of(
                        "Deployment",
                        "spec: {replicas: 1}",
                        "status: {replicas: 2, updatedReplicas: 1, availableReplicas: 2}",
                        new Waiting("Pods of the former revision are still ending.")),
                Arguments.of(
                        "Deployment",
                        "metadata: {generation: 3}",
                        "status: {observedGeneration: 2, replicas: 1, updatedReplicas: 1, availableReplicas: 1}",
                        new Waiting("The change has not been taken up yet.")),
                Arguments.of(
                        "Deployment",
                        "spec: {replicas: 1}",
                        "status: {conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: Timed out.}]}",
                        new Failed("Timed out.")),
                Arguments.of(
                        "Deployment",
                        "spec: {replicas: 1}",
                        "status: {conditions: [{type: ReplicaFailure, status: 'True', message: exceeded quota}]}",
                        new Waiting("exceeded quota")),
                Arguments.of("Deployment", "spec: {replicas: 0}", "status: {}", READY),
                Arguments.of("StatefulSet", "spec: {replicas: 3}", "status: {readyReplicas: 3}", READY),
                Arguments.of(
                        "StatefulSet",
                        "spec: {replicas: 3}",
                        "status: {readyReplicas: 2}",
                        new Waiting("2 of 3 pods are ready.")),
                Arguments.of(
                        "StatefulSet",
                        "spec: {replicas: 2}",
                        "status: {readyReplicas: 2, currentRevision: a, updateRevision: b, updatedReplicas: 1}",
                        new Waiting("1 of 2 pods are updated.")),
                Arguments.of("DaemonSet", "spec: {}", "status: {desiredNumberScheduled: 2, numberReady: 2}", READY),
                Arguments.of("Job", "spec: {}", "status: {active: 1}", new Waiting("The job is running.")),
                Arguments.of("Job", "spec: {suspend: true}", "status: {}", new Waiting("The job is suspended.")),
                Arguments.of("Job", "spec: {}", "status: {conditions: [{type: Complete, status: 'True'}]}", READY),
                Arguments.of(
                        "Job",
                        "spec: {}",
                        "status: {conditions: [{type: Failed, status: 'True', message: too often}]}",
                        new Failed("too often")),
                Arguments.of(
                        "Pod",
                        "spec: {}",
                        "status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}",
                        READY),
                Arguments.of("Pod", "spec: {}", "status: {phase: Pending}", new Waiting("The pod is not ready.")),
                Arguments.of("Pod", "spec: {}", "status: {phase: Succeeded}", READY),
                Arguments.of("Pod", "spec: {}", "status: {phase: Failed, message: Evicted}", new Failed("Evicted")),
                Arguments.of("PersistentVolumeClaim", "spec: {}", "status: {phase: Bound}", READY),
                Arguments.of("PersistentVolumeClaim", "spec: {}", "status: {phase: Pending}", READY),
                Arguments.of(
                        "PersistentVolumeClaim",
                        "spec: {}",
                        "status: {phase: Lost}",
                        new Failed("The volume is lost.")),
                Arguments.of("Service", "spec: {type: ClusterIP}", "status: {}", READY),
                Arguments.of(
                        "Service",
                        "spec: {type: LoadBalancer}",
                        "status: {}",
                        new Waiting("The load balancer has no address yet.")),
                Arguments.of(
                        "Service",
                        "spec: {type: LoadBalancer}",
                        "status: {loadBalancer: {ingress: [{ip: 1.2.3.4}]}}",
                        READY),
                Arguments.of(
                        "InferenceService",
                        "spec: {}",
                        "status: {conditions: [{type: Ready, status: 'False', message: no nodes}]}",
                        new Waiting("no nodes")),
                Arguments.of("InferenceService", "spec: {}", "status: {}", new Waiting("It has not reported yet.")),
                Arguments.of("ConfigMap", "data: {}", "status: {}", READY),
                Arguments.of(
                        "ConfigMap",
                        "metadata: {deletionTimestamp: now}",
                        "status: {}",
                        new Waiting("It is being deleted.")));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void wellKnownKindsSayHowFarTheyAre(String kind, String some, String status, Readiness expected) {
        var live = new LinkedHashMap<String, Object>(Map.of("kind", kind));
        live.putAll(yaml(some));
        live.putAll(yaml(status));

        assertThat(PLAIN.readiness("config", live, Map.of(), Sketch.FACTS)).isEqualTo(expected);
    }

    @Test
    void theAuthorsRulesComeFirst() {
        var blueprint = Sketch.blueprint(Sketch.with("""
                resources:
                  - id: config
                    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
                    readyWhen:
                      - "${config.data.?done.orValue('no') == 'yes'}"
                      - {rule: "${int(config.data.n) >= parameters.replicas}", message: It has to count further.}
                    failedWhen:
                      - {rule: "${config.data.state == 'broken'}", message: It says it is broken.}
                """));
        var parameters = blueprint.check(Map.of("name", "n"), Sketch.FACTS).parameters();

        assertThat(readiness(blueprint, parameters, Map.of("done", "yes", "n", "2")))
                .isEqualTo(READY);
        assertThat(readiness(blueprint, parameters, Map.of("done", "yes", "n", "1")))
                .isEqualTo(new Waiting("It has to count further."));
        assertThat(readiness(blueprint, parameters, Map.of("done", "yes")))
                .isEqualTo(new Waiting("It has to count further."));
        assertThat(readiness(blueprint, parameters, Map.of("n", "3")))
                .isEqualTo(new Waiting("The blueprint says: config.data.?done.orValue('no') == 'yes'."));
        assertThat(readiness(blueprint, parameters, Map.of("state", "broken")))
                .isEqualTo(new Failed("It says it is broken."));
    }

    private static Readiness readiness(Blueprint blueprint, Map<String, Object> parameters, Map<String, Object> data) {
        return blueprint.readiness("config", Map.of("kind", "ConfigMap", "data", data), parameters, Sketch.FACTS);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(String text) {
        var diagnostics = new dev.slipway.blueprint.source.Diagnostics();
        var node = dev.slipway.blueprint.source.YamlReader.read("x", text, diagnostics)
                .orElseThrow();
        assertThat(diagnostics.inOrder()).isEqualTo(List.of());
        return (Map<String, Object>) java.util.Objects.requireNonNull(node.plain());
    }
}
