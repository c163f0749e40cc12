package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import java.util.Map;

/**
 * Checks templates against the schemas of their kinds, and after that against what the API server asks for beyond them.
 * What only parameters decide is never found wrong.
 */
public final class TemplateCheck {

    private final KubernetesSchemas schemas;
    private final Values values;
    private final Diagnostics diagnostics;

    /**
     * A check of one blueprint's templates.
     *
     * @param variables that templates read
     * @param types of what expressions read
     */
    public TemplateCheck(
            KubernetesSchemas schemas, Map<String, Template> variables, Types types, Diagnostics diagnostics) {
        this.schemas = schemas;
        // Where an expression is wrong there is no value, and nothing more to say of it.
        this.values = new Values(variables, types, diagnostics.hasErrors());
        this.diagnostics = diagnostics;
    }

    /** Says what is wrong with the template of an object; a kind that no schema is known of is taken as it is. */
    public void check(String apiVersion, String kind, Template template) {
        if (schemas.isServedNowhere(apiVersion, kind)) {
            diagnostics.warning(
                    Code.K010, template.place(), "No registered cluster serves %s of %s.".formatted(kind, apiVersion));
        }
        var schema = schemas.find(apiVersion, kind);
        if (schema.isEmpty()) {
            return;
        }
        var findings = new Findings(diagnostics);
        var value = values.of(template);
        var before = findings.size();
        new ShapeCheck(findings).check(kind, value, schema.get());
        if (findings.size() == before) {
            rules(apiVersion + "/" + kind, View.of(value), findings);
        }
    }

    private static void rules(String kind, View object, Findings findings) {
        new MetadataRules(findings).check(object.get("metadata"));
        switch (kind) {
            case "v1/Pod" -> new WorkloadRules(findings).pod(object);
            case "apps/v1/Deployment" -> new WorkloadRules(findings).deployment(object);
            case "apps/v1/StatefulSet" -> new WorkloadRules(findings).statefulSet(object);
            case "batch/v1/Job" -> new WorkloadRules(findings).job(object);
            case "batch/v1/CronJob" -> new WorkloadRules(findings).cronJob(object);
            case "serving.kserve.io/v1beta1/InferenceService" -> new WorkloadRules(findings).inferenceService(object);
            case "v1/Service" -> new ServiceRules(findings).check(object);
            case "v1/PersistentVolumeClaim" -> new ClaimRules(findings).check(object);
            case "v1/ConfigMap" -> new ServiceRules(findings).configuration(object);
            case "policy/v1/PodDisruptionBudget" -> new ServiceRules(findings).budget(object);
            case "autoscaling/v2/HorizontalPodAutoscaler" -> new ServiceRules(findings).autoscaler(object);
            default -> {}
        }
    }
}
