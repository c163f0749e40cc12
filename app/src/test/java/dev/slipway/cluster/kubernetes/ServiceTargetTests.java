package dev.slipway.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.cluster.ClusterException.Missing;
import dev.slipway.cluster.ClusterException.Transient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceTargetTests {

    private static final Map<String, Object> SERVICE = Json.object("""
            {"metadata": {"name": "model"}, "spec": {"selector": {"app": "model", "part": "server"}, "ports": [
             {"port": 80, "targetPort": "http"}, {"port": 81, "targetPort": 8001}, {"port": 82},
             {"port": 83, "targetPort": "grpc"}]}}""");

    private static final Map<String, Object> STARTING = pod("a", "False", "");
    private static final Map<String, Object> ENDING =
            pod("b", "True", "\"deletionTimestamp\": \"2026-11-21T12:00:00Z\",");
    private static final Map<String, Object> READY = pod("c", "True", "");

    @Test
    void itIsAPodThatIsReadyAndStays() {
        assertThat(ServiceTarget.of(SERVICE, 80, List.of(STARTING, ENDING, READY)))
                .isEqualTo(new ServiceTarget("here", "c", 8000));
    }

    @Test
    void thePortIsTheContainers() {
        assertThat(ServiceTarget.of(SERVICE, 81, List.of(READY)).port()).isEqualTo(8001);
        assertThat(ServiceTarget.of(SERVICE, 82, List.of(READY)).port()).isEqualTo(82);
    }

    @Test
    void withoutAPodItMayComeLater() {
        assertThatExceptionOfType(Transient.class)
                .isThrownBy(() -> ServiceTarget.of(SERVICE, 80, List.of(STARTING, ENDING)))
                .withMessage("no pod of service \"model\" is ready");
    }

    @Test
    void portsThatAreNotThereAreMissing() {
        assertThatExceptionOfType(Missing.class)
                .isThrownBy(() -> ServiceTarget.of(SERVICE, 90, List.of(READY)))
                .withMessage("service \"model\" has no port 90");
        assertThatExceptionOfType(Missing.class)
                .isThrownBy(() -> ServiceTarget.of(SERVICE, 83, List.of(READY)))
                .withMessage("the pods of service \"model\" have no port named \"grpc\"");
    }

    @Test
    void itsPodsAreFoundByAllLabels() {
        assertThat(ServiceTarget.selector(SERVICE)).isEqualTo("app=model,part=server");
        assertThatExceptionOfType(Missing.class)
                .isThrownBy(() -> ServiceTarget.selector(Json.object("{\"metadata\": {\"name\": \"outside\"}}")))
                .withMessage("service \"outside\" selects no pods");
    }

    private static Map<String, Object> pod(String name, String ready, String metadata) {
        return Json.object("""
                {"metadata": {%s "name": "%s", "namespace": "here"},
                 "spec": {"containers": [{"ports": [{"name": "metrics", "containerPort": 9000}]},
                                         {"ports": [{"name": "http", "containerPort": 8000}]}]},
                 "status": {"conditions": [{"type": "Ready", "status": "%s"}]}}""".formatted(metadata, name, ready));
    }
}
