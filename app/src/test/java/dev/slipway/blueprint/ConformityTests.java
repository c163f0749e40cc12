package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.DiagnosticsTests.Fault;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates that an API server would refuse, one fault each, its place marked with {@code ▶}; and some that it would take. */
class ConformityTests {

    private static final String DEPLOYMENT = """
            resources:
              - id: config
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${metadata.name}"}, data: {a: b}}
              - id: server
                template:
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {name: "${metadata.name}"}
                  spec:
                    replicas: ${parameters.replicas}
                    strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 25%}}
                    selector: {matchLabels: {app: "${metadata.name}", part: server}}
                    template:
                      metadata: {labels: {app: "${metadata.name}", part: server}}
                      spec:
                        terminationGracePeriodSeconds: 60
                        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                        containers:
                          - name: server
                            image: docker.io/library/nginx:1.29.4
                            imagePullPolicy: IfNotPresent
                            env:
                              - {name: HOME, value: /tmp}
                            ports: [{name: http, containerPort: 8080}]
                            resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}
                            readinessProbe: {httpGet: {path: /, port: http}}
                            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                            volumeMounts: [{name: config, mountPath: /etc/config, subPath: a}]
                        volumes:
                          - {name: config, configMap: {name: "${config.metadata.name}"}}
            """;

    private static final String AUTOSCALER = """
            resources:
              - id: scaler
                template:
                  apiVersion: autoscaling/v2
                  kind: HorizontalPodAutoscaler
                  metadata: {name: "${metadata.name}"}
                  spec:
                    scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: "${metadata.name}"}
                    minReplicas: 1
                    maxReplicas: ${parameters.replicas}
                    metrics:
                      - {type: Pods, pods: {metric: {name: waiting}, target: {type: AverageValue, averageValue: "1"}}}
                      - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}
                    behavior:
                      scaleUp: {stabilizationWindowSeconds: 30, policies: [{type: Pods, value: 1, periodSeconds: 60}]}
            """;

    private static final String JOB = """
            resources:
              - id: job
                template:
                  apiVersion: batch/v1
                  kind: Job
                  metadata: {name: "${metadata.name}"}
                  spec:
                    podFailurePolicy: {rules: [{action: Ignore, onPodConditions: ▶[]}]}
                    template:
                      spec:
                        restartPolicy: Never
                        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                        containers:
                          - name: job
                            image: docker.io/library/busybox:1.37.0
                            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    private static final String READY = "    readyWhen: [\"${server.status.?availableReplicas.orValue(0) == 1}\"]\n";

    private static final String SELECTOR = "selector: {matchLabels: {app: \"${metadata.name}\", part: server}}";
    private static final String GRACE = "terminationGracePeriodSeconds: 60";
    private static final String POLICY = "imagePullPolicy: IfNotPresent";

    static Stream<Fault> faults() {
        return Stream.of(
                fault("K001", "has no field 'replcas'. Did you mean 'replicas'?", "replicas:", "▶replcas:"),
                fault("K001", "Did you mean 'containerPort'?", "containerPort:", "▶contanerPort:"),
                fault(
                        "K001",
                        "It belongs below 'spec'",
                        "metadata: {labels",
                        "▶containers: []\n          metadata: {labels"),
                fault("K001", "There is no resource 'mem'", "cpu: 500m, memory: 1Gi", "cpu: 500m, ▶mem: 1Gi"),
                fault("K001", "has no field 'nam'", "{name: \"${config.metadata.name}\"}", "\"${{▶'nam': 'a'}}\""),
                fault(
                        "K001",
                        "has no field 'nam'",
                        "{name: \"${config.metadata.name}\"}",
                        "\"${▶merge({'nam': 'a'}, {})}\"",
                        "'nam'"),
                fault("K002", "DeploymentSpec needs 'selector'", SELECTOR, "paused: false", "replicas:"),
                fault(
                        "K002",
                        "needs an 'image'",
                        "image: docker.io/library/nginx:1.29.4",
                        "workingDir: /",
                        "name: server\n"),
                fault("K002", "EnvVar needs 'name'", "{name: HOME, value: /tmp}", "▶{value: /tmp}"),
                fault("K002", "needs 'key'", "value: /tmp}", "valueFrom: {secretKeyRef: \"${▶{'name': 'a'}}\"}}"),
                fault("K003", "'replicas' must be a whole number, not text", "${parameters.replicas}", "▶\"2\""),
                fault("K003", "must be a whole number, not text", "${parameters.replicas}", "${▶parameters.name}"),
                fault(
                        "K003",
                        "must be a whole number, not text",
                        "${parameters.replicas}",
                        "▶\"${parameters.replicas}0\""),
                fault(
                        "K003",
                        "must be a whole number, not a number",
                        "${parameters.replicas}",
                        "\"${parameters.debug ? dyn(1) : ▶1.5}\"",
                        ""),
                fault("K003", "'value' must be text, not a whole number", "value: /tmp", "value: ▶8080"),
                fault(
                        "K003",
                        "'value' must be text, not a whole number",
                        "value: /tmp",
                        "value: \"${▶parameters.replicas}\""),
                fault(
                        "K003",
                        "must be text, not a whole number",
                        "value: /tmp",
                        "value: \"${▶parameters.replicas + 1}\""),
                fault(
                        "K003",
                        "'ports' must be a list, not a mapping",
                        "[{name: http, containerPort: 8080}]",
                        "▶{name: http, containerPort: 8080}"),
                fault("K003", "must be true or false, not text", "runAsNonRoot: true", "runAsNonRoot: ▶\"true\""),
                fault("K003", "'port' must be a whole number or text", "port: http}}", "port: ▶true}}"),
                fault(
                        "K003",
                        "'nodeSelector' must be a mapping, not a list",
                        GRACE,
                        "nodeSelector: \"${▶parameters.tags}\""),
                fault(
                        "K003",
                        "'command[]' must be text, not a whole number",
                        POLICY,
                        "command: \"${[▶parameters.replicas]}\""),
                fault("K003", "'command[]' must be text", POLICY, "command: \"${range(2).map(n, ▶n + 1)}\""),
                fault(
                        "K003",
                        "'limits' must be a mapping, not text",
                        "limits: {cpu: 1, memory: 1Gi}",
                        "limits: \"${▶shares.gpu.profile}\""),
                fault("K003", "'replicas' must be a whole number", "${parameters.replicas}", "${▶variables.text}"),
                fault("K004", "Did you mean 'IfNotPresent'?", "Policy: IfNotPresent", "Policy: ▶IfNotPresnt"),
                fault(
                        "K004",
                        "may not be 'Alwys'",
                        "Policy: IfNotPresent",
                        "Policy: \"${parameters.debug ? ▶'Alwys' : 'Never'}\""),
                fault("K004", "only Always", GRACE, "restartPolicy: ▶Never"),
                fault("K005", "must be an amount", "memory: 1Gi}, limits", "memory: ▶1GiB}, limits"),
                fault(
                        "K005",
                        "must be an amount",
                        "memory: 1Gi}, limits",
                        "memory: ▶\"${parameters.replicas}GiB\"}, limits"),
                fault("K005", "from 1 to 65535", "containerPort: 8080", "containerPort: ▶80800"),
                fault("K005", "A port's name", "{name: http, containerPort", "{name: ▶http_main, containerPort"),
                fault(
                        "K005",
                        "The value of a label",
                        "part: server}}\n          spec",
                        "part: server, more: ▶'a b'}}\n          spec"),
                fault(
                        "K005",
                        "A name has at most",
                        "metadata: {name: \"${metadata.name}\"}\n      spec",
                        "metadata: {name: ▶\"${metadata.name}_a\"}\n      spec"),
                fault("K005", "begins without '/'", "subPath: a", "subPath: ▶/a"),
                fault(
                        "K006",
                        "two items with the same name: HOME",
                        "value: /tmp}",
                        "value: /tmp}\n                  - ▶{name: HOME, value: /}"),
                fault(
                        "K006",
                        "the same mountPath",
                        "subPath: a}",
                        "subPath: a}, ▶{name: config, mountPath: /etc/config}"),
                fault(
                        "K007",
                        "There is no volume 'confg'. Did you mean 'config'?",
                        "[{name: config, mountPath",
                        "[{name: ▶confg, mountPath"),
                fault(
                        "K007",
                        "The pods have no label 'part'",
                        "part: server}}\n          spec",
                        "other: server}}\n          spec",
                        "part: server}}\n        template"),
                fault(
                        "K007",
                        "has another value",
                        "matchLabels: {app: \"${metadata.name}\"",
                        "matchLabels: {▶app: \"${metadata.namespace}\""),
                fault(
                        "K008",
                        "With the type Recreate",
                        "RollingUpdate, rollingUpdate: {",
                        "Recreate, rollingUpdate: ▶{"),
                fault(
                        "K008",
                        "may not both be 0",
                        "{maxSurge: 0, maxUnavailable: 25%}",
                        "▶{maxSurge: 0, maxUnavailable: 0}"),
                fault("K005", "no part of a byte", "memory: 1Gi}, limits", "memory: ▶1.5}, limits"),
                fault(
                        "K002",
                        "needs a limit",
                        "{requests: {cpu: 500m, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}",
                        "▶{requests: \"${merge({'cpu': '1'}, shares.gpu.limits)}\", limits: {cpu: 1}}"),
                fault("K008", "larger than its limit", "requests: {cpu: 500m", "requests: {cpu: ▶1500m"),
                fault("K008", "exactly one of", "{httpGet: {path: /, port: http}}", "▶{periodSeconds: 5}"),
                fault("K008", "has one source", "{name: config, configMap", "▶{name: config, emptyDir: {}, configMap"),
                fault("K009", "allowPrivilegeEscalation: false", "{allowPrivilegeEscalation: false, capab", "▶{capab"),
                fault("K009", "runAsNonRoot: true", "{runAsNonRoot: true, seccomp", "{seccomp", "{allowPrivilege"),
                fault(
                        "K009",
                        "may not be used",
                        "configMap: {name: \"${config.metadata.name}\"}",
                        "▶hostPath: {path: /}"),
                new Fault("SW-K002", "at least one of 'onPodConditions'", with(JOB)),
                scaler(
                        "K002",
                        "type External needs 'external'",
                        "{type: Resource, resource",
                        "▶{type: External, resource"),
                scaler("K002", "A metric needs a 'name'", "metric: {name: waiting}", "metric: ▶{name: \"\"}"),
                scaler(
                        "K002",
                        "with an 'averageValue'",
                        "{type: AverageValue, averageValue",
                        "▶{type: AverageValue, value"),
                scaler(
                        "K002",
                        "one of averageValue",
                        "{type: Utilization, averageUtilization: 80}",
                        "▶{type: Utilization}"),
                scaler("K002", "one of 'policies'", "[{type: Pods, value: 1, periodSeconds: 60}]", "▶[]"),
                scaler("K004", "Did you mean 'Pods'?", "type: Pods, pods", "type: ▶Podds, pods"),
                scaler("K004", "Did you mean 'Utilization'?", "type: Utilization", "type: ▶Utilisation"),
                scaler("K004", "Did you mean 'Pods'?", "{type: Pods, value", "{type: ▶Podds, value"),
                scaler("K005", "more than 0", "averageValue: \"1\"", "averageValue: ▶\"0\""),
                scaler("K005", "from 0 to 3600", "Seconds: 30", "Seconds: ▶3601"),
                scaler("K005", "from 1 to 1800", "periodSeconds: 60", "periodSeconds: ▶1801"),
                scaler(
                        "K008",
                        "has no 'resource'",
                        "{type: Pods, pods",
                        "{type: Pods, ▶resource: {name: cpu, target: {type: Value, value: 1}}, pods"),
                new Fault(
                        "SW-K002",
                        "A Job needs a 'spec'",
                        with(
                                "resources: [{id: a, template: ▶{apiVersion: batch/v1, kind: Job, metadata: {name: a}}}]\n")),
                new Fault(
                        "SW-E003",
                        "has no 'availableReplcas'. Did you mean 'availableReplicas'?",
                        with(DEPLOYMENT + READY.replace("availableReplicas", "▶availableReplcas"))),
                new Fault(
                        "SW-E003",
                        "has no 'nme'. Did you mean 'name'?",
                        with(DEPLOYMENT.replace("config.metadata.name", "config.metadata.▶nme"))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsSaidAtItsPlace(Fault fault) {
        var lines = fault.text().lines().toList();
        var line = lines.stream().filter(text -> text.contains("▶")).findFirst().orElseThrow();
        var diagnostics = check(fault.text().replace("▶", ""));

        assertThat(diagnostics).as(fault.text()).hasSize(1);
        var found = diagnostics.get(0);
        assertThat(List.of(found.code(), found.line(), found.column()))
                .as("%s in%n%s", found, fault.text())
                .isEqualTo(List.of(fault.code(), lines.indexOf(line) + 1, line.indexOf('▶') + 1));
        assertThat(found.message()).contains(fault.message()).matches(".*[.?]");
        assertThat(found.path()).startsWith("spec.resources[");
    }

    /** What replaces what in the deployment, unusual but right. */
    static final List<List<String>> RIGHT = List.of(
            List.of("value: /tmp", "value: /tmp"),
            List.of("app: \"${metadata.name}\"", "app: \"a${parameters.replicas}\""),
            List.of("app: \"${metadata.name}\"", "app: \"${string(parameters.replicas)}\""),
            List.of("${parameters.replicas}", "\"${parameters.debug ? 1 : parameters.replicas}\""),
            List.of("${parameters.replicas}", "${dyn(parameters.name)}"),
            List.of("${parameters.replicas}", "${variables.number}"),
            List.of("25%", "1"),
            List.of("25%", "\"${parameters.replicas}%\""),
            List.of("value: /tmp", "value: \"${parameters.?note}\""),
            List.of("value: /tmp", "value: \"${parameters.?note.orValue('none')}\""),
            List.of("value: /tmp}", "valueFrom: {secretKeyRef: \"${{'name': 'a', 'key': parameters.name}}\"}}"),
            List.of(
                    "limits: {cpu: 1, memory: 1Gi}",
                    "limits: \"${merge({'cpu': 1, 'memory': '1Gi'}, shares.gpu.limits)}\""),
            List.of(
                    "resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}",
                    "resources: \"${shares.gpu.resources}\""),
            List.of("requests: {cpu: 500m, memory: 1Gi}", "requests: {cpu: 0.5, memory: 1073741824}"),
            List.of("requests: {cpu: 500m, memory: 1Gi}", "requests: {cpu: 5e-1, memory: .5Gi}"),
            List.of("imagePullPolicy: IfNotPresent", "imagePullPolicy: \"${parameters.name}\""),
            List.of(
                    "imagePullPolicy: IfNotPresent",
                    "command: \"${['a'] + parameters.tags + (parameters.debug ? ['-v'] : [])}\""),
            List.of("imagePullPolicy: IfNotPresent", "args: \"${parameters.tags.map(t, '--tag=' + t)}\""),
            List.of("imagePullPolicy: IfNotPresent", "args: \"${parameters.tags.filter(t, t != 'a')}\""),
            List.of("imagePullPolicy: IfNotPresent", "args: [a, \"${parameters.?note}\"]"),
            List.of(
                    "matchLabels: {app: \"${metadata.name}\", part: server}",
                    "matchExpressions: [{key: app, operator: Exists}]"),
            List.of(
                    "labels: {app: \"${metadata.name}\", part: server}",
                    "labels: \"${merge({'app': metadata.name, 'part': 'server'}, team.name == 'a' ? {'b': 'c'} : {})}\""),
            List.of(
                    "- {name: config, configMap: {name: \"${config.metadata.name}\"}}",
                    "- \"${merge({'name': 'config'}, weights.main.volume)}\""),
            List.of(
                    "- {name: config, configMap: {name: \"${config.metadata.name}\"}}",
                    "- {name: config, emptyDir: {}}"),
            List.of(
                    "  - {name: config, configMap: {name: \"${config.metadata.name}\"}}",
                    "  \"${parameters.tags.map(t, {'name': t, 'emptyDir': {}})}\""),
            List.of("terminationGracePeriodSeconds: 60", "tolerations: \"${shares.gpu.tolerations}\""),
            List.of("terminationGracePeriodSeconds: 60", "schedulerName: \"${shares.gpu.?schedulerName}\""),
            List.of(
                    "terminationGracePeriodSeconds: 60",
                    "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In, values: [b]}]}]}}}"),
            List.of("runAsNonRoot: true, ", "runAsNonRoot: \"${parameters.debug}\", "));

    @ParameterizedTest
    @FieldSource("RIGHT")
    void whatTheApiServerTakesIsTaken(List<String> change) {
        assertThat(DEPLOYMENT).contains(change.get(0));
        assertThat(check(with(DEPLOYMENT.replace(change.get(0), change.get(1)))))
                .isEmpty();
    }

    @Test
    void anAutoscalerThatTheApiServerTakesIsTaken() {
        assertThat(check(with(AUTOSCALER))).isEmpty();
    }

    @Test
    void theStatusOfAnObjectHasTheTypesOfItsKind() {
        assertThat(check(with(DEPLOYMENT + READY + "    failedWhen: [\"${server.status.?conditions.orValue([])"
                        + ".exists(c, c.type == 'Progressing' && c.reason == 'ProgressDeadlineExceeded')}\"]\n")))
                .isEmpty();
        assertThat(check(with(DEPLOYMENT + READY.replace("== 1", "== 'one'"))))
                .extracting(Diagnostic::code)
                .containsExactly("SW-E004");
    }

    @Test
    void theFixIsWhatToWriteInstead() {
        assertThat(check(with(DEPLOYMENT.replace("value: /tmp", "value: 8080")))
                        .get(0)
                        .fix())
                .contains("\"8080\"");
        assertThat(check(with(DEPLOYMENT.replace("${parameters.replicas}", "\"2\"")))
                        .get(0)
                        .fix())
                .contains("2");
        assertThat(check(with(DEPLOYMENT.replace("replicas:", "replcas:")))
                        .get(0)
                        .fix())
                .contains("replicas");
    }

    @Test
    void aKindThatNoClusterServesIsTold() {
        var files = BlueprintFiles.of(with(
                "resources: [{id: a, template: {apiVersion: ray.io/v1, kind: RayCluster, metadata: {name: a}}}]\n"));

        var nowhere =
                new BlueprintCompiler(KubernetesSchemas.shipped().servedOnly(Set.of("v1/Service"))).compile(files);
        assertThat(nowhere.diagnostics())
                .filteredOn(diagnostic -> diagnostic.code().equals("SW-K010"))
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.isError()).isFalse();
                    assertThat(diagnostic.message()).isEqualTo("No registered cluster serves RayCluster of ray.io/v1.");
                });
        var somewhere = new BlueprintCompiler(KubernetesSchemas.shipped().servedOnly(Set.of("ray.io/v1/RayCluster")));
        assertThat(somewhere.compile(files).diagnostics())
                .extracting(Diagnostic::code)
                .doesNotContain("SW-K010");
    }

    @Test
    void ofAKindThatIsComputedOrForbiddenNothingElseIsSaid() {
        var somewhere = new BlueprintCompiler(KubernetesSchemas.shipped().servedOnly(Set.of("v1/Service")));
        for (var kind : List.of("\"${parameters.name}\"", "DaemonSet", "Deploymnt")) {
            var text = with("resources: [{id: a, template: {apiVersion: apps/v1, kind: %s, metadata: {name: a}}}]\n"
                    .formatted(kind));

            assertThat(somewhere.compile(BlueprintFiles.of(text)).diagnostics())
                    .filteredOn(Diagnostic::isError)
                    .hasSize(1);
            assertThat(somewhere.compile(BlueprintFiles.of(text)).diagnostics())
                    .extracting(Diagnostic::code)
                    .doesNotContain("SW-K010");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: string, maxLength: 23} | -${parameters.name} | may have 63 characters, and with the longest parameters and instance's name it has 64",
                "{type: string, maxLength: 22} | -${parameters.name} |",
                "{type: string} | -${parameters.name} | 'name' as many as one likes",
                "{type: string, pattern: '^[a-z]+$'} | -${parameters.name} | 'name' as many as one likes",
                "{type: string, pattern: '[a-z]'} | -${parameters.name} | 'name' as many as one likes",
                "{type: string, pattern: '^[a-z+]{3}$'} | -${parameters.name} |",
                "{type: string, enum: [a, abcdefghijklmnopqrstuvwxyz]} | -${parameters.name} | it has 67",
                "{type: string, x-source: models} | -${parameters.name} |",
                "{type: integer, minimum: 0, maximum: 9999} | -aaaaaaaaaaaaaaaaaa-${parameters.name} | it has 64",
                "{type: integer, minimum: 0, maximum: 999} | -aaaaaaaaaaaaaaaaaa-${parameters.name} |",
            })
    void aNameFitsForEveryParameter(String schema, String name, @Nullable String message) {
        var text = Sketch.with("""
                        parameters:
                          type: object
                          required: [name]
                          properties: {name: %s}
                        """.formatted(schema.replace("{type", "{title: Name, type")), """
                        resources:
                          - {id: config, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: ▶"${metadata.name}%s"}}}
                        """.formatted(name));
        var files = BlueprintFiles.of(text.replace("▶", ""));

        var found = new BlueprintCompiler().compile(files).diagnostics();

        if (message == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(diagnostic -> {
                assertThat(diagnostic.code()).isEqualTo("SW-K005");
                assertThat(diagnostic.message()).contains(message);
                assertThat(diagnostic.column())
                        .isEqualTo(text.indexOf("▶") - text.lastIndexOf('\n', text.indexOf("▶")));
            });
        }
    }

    @Test
    void aParameterThatAValidationIsAboutMayBeShorterThanTheSchemaSays() {
        var resources = """
                resources:
                  - {id: config, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${parameters.name}"}}}
                """;

        assertThat(check(Sketch.with(resources))).extracting(Diagnostic::code).containsExactly("SW-K005");
        assertThat(check(Sketch.with(
                        "validations: [{rule: \"${size(parameters.name) < 20}\", message: Shorter, path: name}]",
                        resources)))
                .isEmpty();
    }

    @Test
    void aKindWithoutASchemaIsTakenAsItIs() {
        assertThat(
                        check(
                                with(
                                        "resources: [{id: a, template: {apiVersion: ray.io/v1, kind: RayCluster, metadata: {name: a}, spec: {x: 1}}}]\n")))
                .extracting(Diagnostic::code)
                .doesNotContain("SW-K001");
    }

    private static List<Diagnostic> check(String text) {
        return new BlueprintCompiler()
                .compile(BlueprintFiles.of(text)).diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .toList();
    }

    private static String with(String resources) {
        return Sketch.with(
                "variables: [{name: text, value: one}, {name: number, value: 2}]",
                "shares: {gpu: {memory: 1Gi}}",
                "weights: {main: {model: \"${parameters.name}\"}}",
                resources);
    }

    /** The mark stands in the replacement. */
    private static Fault fault(String code, String message, String from, String to) {
        return fault(code, message, from, to, "");
    }

    private static Fault scaler(String code, String message, String from, String to) {
        assertThat(AUTOSCALER).contains(from);
        return new Fault("SW-" + code, message, with(AUTOSCALER.replace(from, to)));
    }

    /** The mark stands before a text of the changed deployment. */
    private static Fault fault(String code, String message, String from, String to, String at) {
        assertThat(DEPLOYMENT).contains(from);
        var text = DEPLOYMENT.replace(from, to);
        var marked = at.isEmpty() ? text : text.replace("▶", "").replaceFirst(Pattern.quote(at), "▶$0");
        return new Fault("SW-" + code, message, with(marked));
    }
}
