package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.Readiness;
import dev.slipway.provisioning.ObjectView.Condition;
import dev.slipway.provisioning.state.Fields;
import java.util.Map;

/** How an object is shown. */
final class Conditions {

    private Conditions() {}

    static Condition of(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready ignored -> Condition.READY;
            case Readiness.Waiting ignored -> Condition.STARTING;
            case Readiness.Failed ignored -> Condition.FAILED;
        };
    }

    static String detail(Readiness readiness, Map<String, Object> live) {
        return switch (readiness) {
            case Readiness.Failed failed -> failed.reason();
            case Readiness.Waiting waiting -> figures(live, waiting.reason());
            case Readiness.Ready ignored -> figures(live, "");
        };
    }

    private static String figures(Map<String, Object> live, String otherwise) {
        return switch (Fields.text(live, "kind")) {
            case "Deployment", "StatefulSet" -> pods(live);
            case "PersistentVolumeClaim" -> volume(live, otherwise);
            case "Service" -> service(live, otherwise);
            default -> otherwise;
        };
    }

    private static String pods(Map<String, Object> live) {
        var wanted = Fields.value(live, "spec", "replicas") instanceof Number number ? number.longValue() : 1;
        return "%d of %d pods ready".formatted(Fields.number(live, "status", "readyReplicas"), wanted);
    }

    private static String volume(Map<String, Object> live, String otherwise) {
        var size = Fields.text(live, "status", "capacity", "storage");
        return size.isEmpty() ? otherwise : size + " bound";
    }

    private static String service(Map<String, Object> live, String otherwise) {
        var address = Fields.text(live, "spec", "clusterIP");
        return address.isEmpty() ? otherwise : "ClusterIP " + address;
    }
}
