package dev.slipway.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.Conflict;
import dev.slipway.cluster.ClusterException.FieldProblem;
import dev.slipway.cluster.ClusterException.Forbidden;
import dev.slipway.cluster.ClusterException.Invalid;
import dev.slipway.cluster.ClusterException.Missing;
import dev.slipway.cluster.ClusterException.Transient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as kube-apiserver v1.36 wrote them, unless a name says otherwise. */
class RefusalsTests {

    private static final String TYPED = "failed to create typed patch object (a1/web; apps/v1, Kind=Deployment): ";

    @Test
    void anUnknownFieldInAnApplyIsInvalidThoughTheServerSays500() {
        var refusal = refusal(
                500, "", TYPED + ".spec.template.spec.containers[name=\"main\"].foo: field not declared in schema");

        assertThat(refusal).isInstanceOf(Invalid.class);
        assertThat(problems(refusal))
                .containsExactly(new FieldProblem(
                        "spec.template.spec.containers[name=\"main\"].foo", "field not declared in schema"));
    }

    @Test
    void wrongTypesInAnApplyAreToldOneByOne() {
        var refusal = refusal(
                500,
                "",
                TYPED + "errors:\n  .spec.template.spec.containers[name=\"main\"].image: expected string, got"
                        + " &value.valueUnstructured{Value:5}\n  .spec.replicas: expected numeric (int or float), got string");

        assertThat(problems(refusal))
                .containsExactly(
                        new FieldProblem(
                                "spec.template.spec.containers[name=\"main\"].image", "expected string, got 5"),
                        new FieldProblem("spec.replicas", "expected numeric (int or float), got string"));
    }

    @Test
    void aFieldWhoseKeyHasAColonIsStillFound() {
        var refusal = refusal(500, "", TYPED + ".spec.ports[name=\"a: b\"].x: field not declared in schema");

        assertThat(problems(refusal)).extracting(FieldProblem::path).containsExactly("spec.ports[name=\"a: b\"].x");
    }

    @Test
    void aQuantityThatIsNoneIsInvalidThoughTheServerSays500() {
        var refusal = refusal(
                500,
                "",
                "failed to convert new object (/c; /v1, Kind=Pod) to proper version: unable to convert unstructured object"
                        + " to /v1, Kind=Pod: quantities must match the regular expression '^([+-]?[0-9.]+)$'");

        assertThat(refusal).isInstanceOf(Invalid.class).hasMessageContaining("quantities must match");
    }

    @Test
    void strictDecodingIsInvalidAndTellsTheFields() {
        var refusal = refusal(
                400,
                "BadRequest",
                "Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: unknown field"
                        + " \"spec.foo\", duplicate field \"metadata.name\"");

        assertThat(problems(refusal))
                .containsExactly(
                        new FieldProblem("spec.foo", "unknown field"),
                        new FieldProblem("metadata.name", "duplicate field"));
    }

    @Test
    void validationTellsEveryField() {
        var refusal = refusal(
                422,
                "Invalid",
                "Deployment.apps \"web\" is invalid: [spec.replicas: Invalid value: -1: must be greater than or equal to 0,"
                        + " spec.template.spec.containers[0].image: Required value]",
                cause("FieldValueInvalid", "Invalid value: -1: must be greater than or equal to 0", "spec.replicas"),
                cause("FieldValueRequired", "Required value", "spec.template.spec.containers[0].image"));

        assertThat(problems(refusal))
                .containsExactly(
                        new FieldProblem("spec.replicas", "Invalid value: -1: must be greater than or equal to 0"),
                        new FieldProblem("spec.template.spec.containers[0].image", "Required value"));
    }

    @Test
    void anImmutableClaimIsInvalidInOneLine() {
        var message = "Forbidden: spec is immutable after creation except resources.requests and"
                + " volumeAttributesClassName for bound claims\n@@ -1,6 +1,6 @@\n {\n";
        var refusal = refusal(
                422,
                "Invalid",
                "PersistentVolumeClaim \"c\" is invalid: spec: " + message,
                cause("FieldValueForbidden", message, "spec"));

        assertThat(refusal).isInstanceOf(Invalid.class);
        assertThat(refusal.getMessage()).doesNotContain("\n");
        assertThat(problems(refusal)).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("spec");
            assertThat(problem.message())
                    .startsWith("Forbidden: spec is immutable")
                    .doesNotContain("\n");
        });
    }

    @Test
    void fieldsOfOthersAreAConflictThatNamesThem() {
        var refusal = refusal(
                409,
                "Conflict",
                "Apply failed with 2 conflicts: conflicts with \"other\":\n- .spec.replicas\n- .spec.paused",
                cause("FieldManagerConflict", "conflict with \"other\"", ".spec.replicas"),
                cause("FieldManagerConflict", "conflict with \"other\" using apps/v1", ".spec.paused"));

        assertThat(refusal)
                .isInstanceOf(Conflict.class)
                .hasMessage("Apply failed with 2 conflicts: conflict with \"other\": .spec.replicas,"
                        + " conflict with \"other\" using apps/v1: .spec.paused");
    }

    @Test
    void anotherObjectOfThatNameIsAConflict() {
        assertThat(refusal(
                        422,
                        "Invalid",
                        "Deployment.apps \"web\" is invalid: metadata.uid: Invalid value: \"1\": field is immutable",
                        cause("FieldValueInvalid", "Invalid value: \"1\": field is immutable", "metadata.uid")))
                .isInstanceOf(Conflict.class);
        assertThat(refusal(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on configmaps \"nope\": uid mismatch: the provided object specified"
                                + " uid 1, and no existing object was found"))
                .isInstanceOf(Conflict.class);
        assertThat(refusal(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on ConfigMap \"f\": the UID in the precondition (x) does not match"
                                + " the UID in record (b6). The object might have been deleted and then recreated"))
                .isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Operation cannot be fulfilled on resourcequotas \"q\": the object has been modified; please apply your"
                        + " changes to the latest version and try again",
                "configmaps \"c\" already exists"
            })
    void aWriteThatCameInBetweenIsTransient(String message) {
        assertThat(refusal(409, "Conflict", message)).isInstanceOf(Transient.class);
    }

    @Test
    void aUserWithoutTheRightIsForbidden() {
        assertThat(refusal(
                        403,
                        "Forbidden",
                        "configmaps \"c\" is forbidden: User \"bob\" cannot patch resource \"configmaps\" in API group \"\""
                                + " in the namespace \"a1\""))
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        forbidden -> assertThat(forbidden.overQuota()).isFalse());
    }

    @Test
    void aQuotaThatIsExceededIsForbiddenAndSaysSo() {
        assertThat(refusal(
                        403,
                        "Forbidden",
                        "configmaps \"c\" is forbidden: exceeded quota: q, requested: configmaps=1, used: configmaps=1,"
                                + " limited: configmaps=1"))
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        forbidden -> assertThat(forbidden.overQuota()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | Forbidden | pods "c" is forbidden: failed quota: q: must specify requests.cpu for: main
            403 | Forbidden | pods "c" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true
            422 | Invalid   | configmaps "c" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'p' denied request: no
            400 | BadRequest| admission webhook "guard.example.com" denied the request: not here
            """)
    void whatAdmissionRefusesIsForbidden(int code, String reason, String message) {
        assertThat(refusal(code, reason, message))
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        forbidden -> assertThat(forbidden.overQuota()).isFalse());
    }

    @Test
    void aNamespaceThatIsEndingIsTransient() {
        assertThat(refusal(
                        403,
                        "Forbidden",
                        "configmaps \"c\" is forbidden: unable to create new content in namespace r1 because it is being"
                                + " terminated",
                        cause("NamespaceTerminating", "namespace r1 is being terminated", "metadata.namespace")))
                .isInstanceOf(Transient.class);
    }

    @Test
    void aQuotaThatIsNotCountedYetIsTransient() {
        assertThat(refusal(403, "Forbidden", "pods \"c\" is forbidden: status unknown for quota: q, resources: pods"))
                .isInstanceOf(Transient.class);
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertThat(refusal(404, "NotFound", "namespaces \"nope\" not found"))
                .isInstanceOf(Missing.class)
                .hasMessage("namespaces \"nope\" not found");
        assertThat(Refusals.exception(new Answer(404, "404 page not found\n", List.of())))
                .isInstanceOf(Missing.class)
                .hasMessage("404 page not found");
    }

    @ParameterizedTest
    @CsvSource({
        "408, Timeout, slow",
        "429, TooManyRequests, 'Too many requests, please try again later.'",
        "500, InternalError, 'Internal error occurred: failed calling webhook \"x\": connection refused'",
        "503, ServiceUnavailable, apiserver is shutting down",
        "504, Timeout, 'Timeout: request did not complete within requested timeout'",
        "401, Unauthorized, Unauthorized",
        "400, BadRequest, 'container \"main\" in pod \"web\" is waiting to start: ContainerCreating'"
    })
    void whatMayPassIsTransient(int code, String reason, String message) {
        assertThat(refusal(code, reason, message)).isInstanceOf(Transient.class);
    }

    @Test
    void aContainerThatWaitsIsNoClusterThatIsAway() {
        assertThat(refusal(
                        400, "BadRequest", "container \"main\" in pod \"web\" is waiting to start: ContainerCreating"))
                .isInstanceOf(ClusterException.NotStarted.class);
        assertThat(refusal(503, "ServiceUnavailable", "apiserver is shutting down"))
                .isNotInstanceOf(ClusterException.NotStarted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "405, MethodNotAllowed, the server does not allow this method on the requested resource",
        "413, RequestEntityTooLarge, etcdserver: request is too large",
        "415, UnsupportedMediaType, the body of the request was in an unknown format",
        "400, BadRequest, the namespace of the provided object does not match the namespace sent on the request"
    })
    void whatWillNeverPassIsInvalid(int code, String reason, String message) {
        assertThat(refusal(code, reason, message)).isInstanceOf(Invalid.class);
    }

    @Test
    void aPageOfAProxyIsNotRepeated() {
        var page = "<html>" + "x".repeat(1000);

        assertThat(Refusals.exception(new Answer(502, page, List.of())))
                .isInstanceOf(Transient.class)
                .hasMessage("the API server answered 502");
    }

    @Test
    void warningsAreReadFromTheirHeaders() {
        assertThat(Warnings.of(List.of(
                        "299 - \"would violate PodSecurity \\\"restricted:latest\\\": runAsNonRoot != true\"",
                        "299 - \"one\", 299 - \"two\"")))
                .containsExactly("would violate PodSecurity \"restricted:latest\": runAsNonRoot != true", "one", "two");
    }

    private static ClusterException refusal(int code, String reason, String message, Cause... causes) {
        var status = new LinkedHashMap<String, Object>();
        status.put("kind", "Status");
        status.put("apiVersion", "v1");
        status.put("metadata", Map.of());
        status.put("status", "Failure");
        status.put("message", message);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        status.put(
                "details",
                Map.of("causes", Stream.of(causes).map(Cause::content).toList()));
        status.put("code", code);
        return Refusals.exception(new Answer(code, Json.write(status), List.of()));
    }

    private static Cause cause(String reason, String message, String field) {
        return new Cause(reason, message, field);
    }

    private record Cause(String reason, String message, String field) {
        Map<String, Object> content() {
            return Map.of("reason", reason, "message", message, "field", field);
        }
    }

    private static List<FieldProblem> problems(ClusterException refusal) {
        assertThat(refusal).isInstanceOf(Invalid.class);
        return ((Invalid) refusal).problems();
    }
}
