package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.parameters.Property;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks templates against the schemas of their kinds, and after that against what the API server asks for beyond them.
 * What only parameters decide is never found wrong.
 */
public final class TemplateCheck {

    private static final int LONGEST_NAME = 63;

    /** The names of its jobs are eleven characters longer. */
    private static final int LONGEST_NAME_OF_CRON_JOB = 52;

    private final KubernetesSchemas schemas;
    private final Optional<Parameters> parameters;
    private final Map<String, Template> variables;
    private final Values values;
    private final Diagnostics diagnostics;

    /**
     * What is said of parameters.
     *
     * @param root the whole, as one property
     * @param ruled names of those of which a validation says more than the schema
     */
    public record Parameters(Property root, Set<String> ruled) {}

    /**
     * A check of one blueprint's templates.
     *
     * @param parameters empty when their schema is wrong
     * @param variables that templates read
     * @param types of what expressions read
     */
    public TemplateCheck(
            KubernetesSchemas schemas,
            Optional<Parameters> parameters,
            Map<String, Template> variables,
            Types types,
            Diagnostics diagnostics) {
        this.schemas = schemas;
        this.parameters = parameters;
        this.variables = variables;
        // Where an expression is wrong there is no value, and nothing more to say of it.
        this.values = new Values(variables, types, diagnostics.hasErrors());
        this.diagnostics = diagnostics;
    }

    /**
     * Says what is wrong with the template of an object; of a kind that no schema is known of only its metadata is looked at.
     *
     * @param loops the lists that its variables go through
     */
    public void check(String apiVersion, String kind, Template.Fields template, Map<String, Expression> loops) {
        if (schemas.isServedNowhere(apiVersion, kind)) {
            diagnostics.warning(
                    Code.K010, template.place(), "No registered cluster serves %s of %s.".formatted(kind, apiVersion));
        }
        var findings = new Findings(diagnostics);
        var before = findings.size();
        var value = values.of(template);
        var schema = schemas.find(apiVersion, kind);
        if (schema.isPresent()) {
            new ShapeCheck(findings).check(kind, value, schema.get());
        } else {
            metadata(value, findings);
        }
        if (findings.size() == before) {
            rules(schema.isPresent() ? apiVersion + "/" + kind : "", View.of(value), findings);
        }
        if (findings.size() == before && schemas.metadata().isPresent()) {
            length(kind, template, loops, findings);
        }
    }

    private void metadata(Value object, Findings findings) {
        var schema = schemas.metadata();
        var metadata = object instanceof Value.Structure structure
                ? structure.members().get("metadata")
                : null;
        if (schema.isPresent() && metadata != null) {
            new ShapeCheck(findings).check("metadata", metadata.value(), schema.get());
        }
    }

    /** A name must fit for all parameters that are allowed. */
    private void length(String kind, Template.Fields template, Map<String, Expression> loops, Findings findings) {
        var name = template.fields().get("metadata") instanceof Template.Fields metadata
                ? metadata.fields().get("name")
                : null;
        if (name == null || parameters.isEmpty()) {
            return;
        }
        var lengths = new Lengths(parameters.get().root(), parameters.get().ruled(), variables, loops);
        var longest = lengths.of(name);
        var most = kind.equals("CronJob") ? LONGEST_NAME_OF_CRON_JOB : LONGEST_NAME;
        if (longest >= Lengths.ENDLESS) {
            findings.malformed(
                    name.place(),
                    "This name may have %d characters, and '%s' as many as one likes: give it a 'maxLength'."
                            .formatted(most, String.join("', '", lengths.endless())));
        } else if (longest > most) {
            findings.malformed(
                    name.place(),
                    "This name may have %d characters, and with the longest parameters and instance's name it has %d."
                            .formatted(most, longest));
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
            case "autoscaling/v2/HorizontalPodAutoscaler" -> new AutoscalerRules(findings).check(object);
            default -> {}
        }
    }
}
