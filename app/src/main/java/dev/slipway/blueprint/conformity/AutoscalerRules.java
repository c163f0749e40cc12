package dev.slipway.blueprint.conformity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an autoscaler must be like. */
final class AutoscalerRules {

    /** The types of metrics with the field that tells more of each. */
    private static final Map<String, String> SOURCES = Map.of(
            "ContainerResource", "containerResource",
            "External", "external",
            "Object", "object",
            "Pods", "pods",
            "Resource", "resource");

    private static final List<String> TYPES = SOURCES.keySet().stream().sorted().toList();
    private static final List<String> TARGETS = List.of("AverageValue", "Utilization", "Value");
    private static final List<String> GOALS = List.of("averageValue", "averageUtilization", "value");
    private static final Set<String> BY_NAME = Set.of("resource", "containerResource");
    private static final int LONGEST_WINDOW = 3_600;
    private static final int LONGEST_PERIOD = 1_800;

    private final Findings findings;

    AutoscalerRules(Findings findings) {
        this.findings = findings;
    }

    void check(View object) {
        var spec = object.get("spec");
        findings.range(spec.get("minReplicas"), 1, Integer.MAX_VALUE, "minReplicas");
        findings.range(spec.get("maxReplicas"), 1, Integer.MAX_VALUE, "maxReplicas");
        var least = spec.get("minReplicas").number();
        var most = spec.get("maxReplicas").number();
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            findings.contradiction(spec.get("minReplicas").place(), "'minReplicas' is more than 'maxReplicas'.");
        }
        findings.needs(spec.get("scaleTargetRef"), "kind", "'scaleTargetRef' needs a 'kind'.");
        findings.needs(spec.get("scaleTargetRef"), "name", "'scaleTargetRef' needs a 'name'.");
        spec.each("metrics", this::metric);
        for (var direction : List.of("scaleUp", "scaleDown")) {
            behaviour(spec.get("behavior", direction));
        }
    }

    private void metric(View metric) {
        var type = metric.get("type");
        findings.choice(type, "type", TYPES);
        type.text().filter(SOURCES::containsKey).ifPresent(known -> source(metric, known));
    }

    private void source(View metric, String type) {
        var source = SOURCES.getOrDefault(type, "");
        if (metric.get(source).isAbsent()) {
            findings.missing(metric.place(), "A metric of type %s needs '%s'.".formatted(type, source));
            return;
        }
        metric.members().keySet().stream()
                .filter(name -> SOURCES.containsValue(name) && !name.equals(source))
                .forEach(name -> findings.contradiction(
                        metric.keyPlace(name), "A metric of type %s has no '%s'.".formatted(type, name)));
        var told = metric.get(source);
        var named = BY_NAME.contains(source) ? told : told.get("metric");
        findings.needs(named, "name", "A metric needs a 'name'.");
        target(told.get("target"), source);
    }

    private void target(View target, String source) {
        findings.choice(target.get("type"), "type", TARGETS);
        for (var goal : GOALS) {
            Amounts.of(target.get(goal))
                    .filter(amount -> amount.signum() <= 0)
                    .ifPresent(amount ->
                            findings.malformed(target.get(goal).place(), "'%s' must be more than 0.".formatted(goal)));
        }
        if (source.equals("pods")) {
            findings.needs(target, "averageValue", "A metric of pods has a target with an 'averageValue'.");
        } else if (target.isThere()
                && GOALS.stream().allMatch(goal -> target.get(goal).isAbsent())) {
            findings.missing(target.place(), "A target needs one of %s.".formatted(String.join(", ", GOALS)));
        }
    }

    private void behaviour(View behaviour) {
        findings.range(behaviour.get("stabilizationWindowSeconds"), 0, LONGEST_WINDOW, "stabilizationWindowSeconds");
        findings.choice(behaviour.get("selectPolicy"), "selectPolicy", List.of("Max", "Min", "Disabled"));
        var policies = behaviour.get("policies");
        if (policies.isThere() && policies.isEmpty()) {
            findings.missing(policies.place(), "There must be at least one of 'policies'.");
        }
        policies.items().forEach(policy -> {
            findings.choice(policy.get("type"), "type", List.of("Pods", "Percent"));
            findings.range(policy.get("value"), 1, Integer.MAX_VALUE, "value");
            findings.range(policy.get("periodSeconds"), 1, LONGEST_PERIOD, "periodSeconds");
        });
    }
}
