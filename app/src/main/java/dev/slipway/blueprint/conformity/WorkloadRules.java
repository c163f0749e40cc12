package dev.slipway.blueprint.conformity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the kinds that make pods must be like. */
final class WorkloadRules {

    private static final List<String> ALWAYS = List.of("Always");
    private static final List<String> ONCE = List.of("OnFailure", "Never");
    /** Labels that Slipway puts on every pod. */
    private static final Set<String> ADDED = Set.of(
            "app.kubernetes.io/managed-by",
            "app.kubernetes.io/instance",
            "slipway.dev/instance",
            "slipway.dev/resource");

    private final Findings findings;
    private final PodRules pods;
    private final MetadataRules metadata;
    private final ClaimRules claims;

    WorkloadRules(Findings findings) {
        this.findings = findings;
        this.pods = new PodRules(findings);
        this.metadata = new MetadataRules(findings);
        this.claims = new ClaimRules(findings);
    }

    void pod(View object) {
        pods.check(object, List.of("Always", "OnFailure", "Never"), object.get("no claims"));
    }

    void deployment(View object) {
        needsSpec(object, "A Deployment");
        var spec = object.get("spec");
        numbers(spec, "replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds");
        selector(spec);
        var deadline = spec.get("progressDeadlineSeconds").number();
        var ready = spec.get("minReadySeconds").number().orElse(0L);
        if (deadline.isPresent() && deadline.get() <= ready) {
            findings.contradiction(
                    spec.get("progressDeadlineSeconds").place(),
                    "'progressDeadlineSeconds' must be more than 'minReadySeconds'.");
        }
        strategy(spec.get("strategy"));
        pods.check(spec.get("template"), ALWAYS, object.get("no claims"));
    }

    private void strategy(View strategy) {
        var rolling = strategy.get("rollingUpdate");
        if (strategy.get("type").text().equals(Optional.of("Recreate")) && rolling.isThere()) {
            findings.contradiction(rolling.place(), "With the type Recreate there is no 'rollingUpdate'.");
        }
        share(rolling.get("maxSurge"), "maxSurge", Long.MAX_VALUE);
        share(rolling.get("maxUnavailable"), "maxUnavailable", 100);
        if (isNothing(rolling.get("maxSurge")) && isNothing(rolling.get("maxUnavailable"))) {
            findings.contradiction(rolling.place(), "'maxSurge' and 'maxUnavailable' may not both be 0.");
        }
    }

    private static boolean isNothing(View share) {
        return share.plain()
                .filter(text -> text.equals("0") || text.equals("0%"))
                .isPresent();
    }

    /** A number, or a share in percent. */
    void share(View share, String name, long mostPercent) {
        findings.range(share, 0, Long.MAX_VALUE, name);
        share.text().ifPresent(text -> {
            var isFine = Forms.isPercent(text)
                    && text.length() < 12
                    && Long.parseLong(text.substring(0, text.length() - 1)) <= mostPercent;
            if (!isFine) {
                findings.malformed(share.place(), "'%s' is a whole number or like 25%%.".formatted(name));
            }
        });
    }

    void statefulSet(View object) {
        needsSpec(object, "A StatefulSet");
        var spec = object.get("spec");
        numbers(spec, "replicas", "minReadySeconds", "revisionHistoryLimit");
        selector(spec);
        findings.form(spec.get("serviceName"), Forms::isSubdomain, "'%s' cannot be the name of a service.");
        spec.get("volumeClaimTemplates").items().forEach(claim -> {
            metadata.check(claim.get("metadata"));
            claims.spec(claim, claim.get("spec"));
        });
        pods.check(spec.get("template"), ALWAYS, spec.get("volumeClaimTemplates"));
    }

    /** What is written out of the pods that KServe makes. */
    void inferenceService(View object) {
        var predictor = object.get("spec", "predictor");
        strategy(predictor.get("deploymentStrategy"));
        var least = predictor.get("minReplicas").number().orElse(1L);
        var most = predictor.get("maxReplicas");
        findings.range(predictor.get("minReplicas"), 0, Integer.MAX_VALUE, "minReplicas");
        if (most.number().filter(number -> number < least).isPresent()) {
            findings.contradiction(most.place(), "'maxReplicas' must be at least 'minReplicas'.");
        }
        pods.spec(predictor, object.get("no claims"));
    }

    void job(View object) {
        needsSpec(object, "A Job");
        jobSpec(object.get("spec"));
    }

    private void jobSpec(View spec) {
        numbers(
                spec,
                "parallelism",
                "completions",
                "activeDeadlineSeconds",
                "backoffLimit",
                "ttlSecondsAfterFinished",
                "backoffLimitPerIndex",
                "maxFailedIndexes");
        if (spec.get("selector").isThere() && !spec.get("manualSelector").isUnknown()) {
            if (!spec.get("manualSelector").truth().equals(Optional.of(true))) {
                findings.contradiction(spec.get("selector").place(), "A Job makes its own selector: leave it out.");
            }
        }
        var indexed = spec.get("completionMode").text().equals(Optional.of("Indexed"));
        if (indexed) {
            findings.needs(spec, "completions", "An Indexed Job needs 'completions'.");
        }
        var template = spec.get("template");
        failurePolicy(spec.get("podFailurePolicy"), template);
        pods.check(template, ONCE, spec.get("no claims"));
    }

    private void failurePolicy(View policy, View template) {
        if (!policy.isThere()) {
            return;
        }
        var restart = template.get("spec", "restartPolicy");
        if (restart.text().filter(text -> !text.equals("Never")).isPresent()) {
            findings.contradiction(policy.place(), "'podFailurePolicy' needs 'restartPolicy: Never'.");
        }
        var containers = new ContainerRules(findings);
        policy.each("rules", rule -> {
            containers.exactlyOne(
                    rule,
                    List.of("onExitCodes", "onPodConditions"),
                    "A rule of 'podFailurePolicy' has exactly one of %s.");
            var conditions = rule.get("onPodConditions");
            if (conditions.isThere() && conditions.isEmpty()) {
                findings.missing(conditions.place(), "There must be at least one of 'onPodConditions'.");
            }
            rule.each(
                    "onPodConditions",
                    condition -> findings.form(
                            condition.get("type"), Forms::isQualifiedName, "'%s' is no type of a condition."));
        });
    }

    void cronJob(View object) {
        needsSpec(object, "A CronJob");
        var spec = object.get("spec");
        findings.form(spec.get("schedule"), Forms::isSchedule, "'%s' is no schedule like '0 3 * * 1-5'.");
        numbers(spec, "successfulJobsHistoryLimit", "failedJobsHistoryLimit", "startingDeadlineSeconds");
        jobSpec(spec.get("jobTemplate", "spec"));
    }

    private void needsSpec(View object, String what) {
        findings.needs(object, "spec", what + " needs a 'spec'.");
    }

    private void numbers(View spec, String... names) {
        for (var name : names) {
            findings.range(spec.get(name), 0, Integer.MAX_VALUE, name);
        }
    }

    private void selector(View spec) {
        var selector = spec.get("selector");
        if (!selector.isThere()) {
            return;
        }
        if (selector.get("matchLabels").isEmpty()
                && selector.get("matchExpressions").isEmpty()) {
            findings.missing(selector.place(), "A selector needs at least one label under 'matchLabels'.");
        }
        expressions(selector);
        var wanted = selector.get("matchLabels");
        metadata.labels(wanted, "label");
        var labels = spec.get("template", "metadata", "labels");
        wanted.members().forEach((key, value) -> {
            var label = labels.get(key);
            var isMissing = label.isAbsent() && !ADDED.contains(key);
            var differs = label.source().isPresent()
                    && value.source().isPresent()
                    && !label.source().equals(value.source());
            if (isMissing || differs) {
                findings.dangling(
                        wanted.keyPlace(key),
                        isMissing
                                ? "The pods have no label '%s', so the selector would not find them.".formatted(key)
                                : "The pods' label '%s' has another value, so the selector would not find them."
                                        .formatted(key),
                        Optional.empty());
            }
        });
    }

    /** The operators of a selector. */
    void expressions(View selector) {
        selector.each("matchExpressions", expression -> {
            var operator = expression.get("operator").text();
            var values = expression.get("values");
            if (operator.filter(text -> text.equals("In") || text.equals("NotIn"))
                            .isPresent()
                    && values.isEmpty()) {
                findings.missing(expression.place(), "The operators In and NotIn need 'values'.");
            }
            findings.choice(expression.get("operator"), "operator", List.of("In", "NotIn", "Exists", "DoesNotExist"));
        });
    }
}
