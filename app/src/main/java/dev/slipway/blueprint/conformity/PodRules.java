package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a pod, or the template of one, must be like. */
final class PodRules {

    private static final Set<String> NO_SOURCES = Set.of("name");

    private final Findings findings;
    private final ContainerRules containers;
    private final MetadataRules metadata;
    private final SecurityRules security;

    PodRules(Findings findings) {
        this.findings = findings;
        this.containers = new ContainerRules(findings);
        this.metadata = new MetadataRules(findings);
        this.security = new SecurityRules(findings);
    }

    /**
     * Checks a pod or a template.
     *
     * @param restartPolicies those that the kind allows
     * @param claims volumes that come from elsewhere
     */
    void check(View pod, List<String> restartPolicies, View claims) {
        metadata.check(pod.get("metadata"));
        var spec = pod.get("spec");
        findings.needs(pod, "spec", "A pod needs a 'spec'.");
        findings.needs(spec, "containers", "A pod needs at least one container under 'containers'.");
        restartPolicy(spec, restartPolicies);
        spec(spec, claims);
    }

    /** Checks what is written out of a pod's specification, wherever it stands. */
    void spec(View spec, View claims) {
        numbers(spec);
        containers(spec);
        volumes(spec, claims);
        placement(spec);
        containers.identities(spec.get("securityContext"));
        security.check(spec);
    }

    private static Stream<View> allContainers(View spec) {
        return Stream.of("initContainers", "containers").flatMap(list -> spec.get(list).items().stream());
    }

    private void restartPolicy(View spec, List<String> allowed) {
        var policy = spec.get("restartPolicy");
        var isNeeded = !allowed.contains("Always");
        if (isNeeded && spec.isThere() && policy.isAbsent()) {
            findings.missing(
                    spec.place(), "'restartPolicy' must be there, %s.".formatted(String.join(" or ", allowed)));
        }
        findings.choice(policy, "restartPolicy", allowed);
    }

    private void numbers(View spec) {
        findings.range(spec.get("terminationGracePeriodSeconds"), 0, Long.MAX_VALUE, "terminationGracePeriodSeconds");
        findings.range(spec.get("activeDeadlineSeconds"), 1, Integer.MAX_VALUE, "activeDeadlineSeconds");
    }

    private void containers(View spec) {
        var names = new HashSet<String>();
        allContainers(spec).forEach(container -> {
            container
                    .get("name")
                    .text()
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> findings.twice(
                            container.get("name").place(), "Two containers are called '%s'.".formatted(name)));
            containers.check(container);
        });
    }

    private void volumes(View spec, View claims) {
        var names = new LinkedHashSet<String>();
        spec.each("volumes", volume -> volume(volume, names));
        claims.items().forEach(claim -> claim.get("metadata", "name").source().ifPresent(names::add));
        var isComplete = claims.isComplete()
                && spec.get("volumes").isComplete()
                && spec.get("volumes").items().stream()
                        .allMatch(volume -> volume.get("name").source().isPresent());
        allContainers(spec)
                .forEach(container -> container.each("volumeMounts", mount -> {
                    var name = mount.get("name").source();
                    if (isComplete && name.isPresent() && !names.contains(name.get())) {
                        findings.dangling(
                                mount.get("name").place(),
                                "There is no volume '%s'.".formatted(name.get()),
                                Suggestion.nearest(name.get(), names));
                    }
                }));
    }

    private void volume(View volume, Set<String> names) {
        var name = volume.get("name");
        findings.form(
                name,
                Forms::isLabel,
                "A volume's name has at most 63 small letters, digits and hyphens, and '%s' has not.");
        name.source()
                .filter(text -> !names.add(text))
                .ifPresent(text -> findings.twice(name.place(), "Two volumes are called '%s'.".formatted(text)));
        var sources = new ArrayList<>(volume.members().keySet());
        sources.removeAll(NO_SOURCES);
        sources.removeIf(source -> !volume.get(source).isThere());
        if (sources.size() > 1) {
            findings.contradiction(
                    volume.place(), "A volume has one source, not %s.".formatted(String.join(" and ", sources)));
        }
        findings.needs(
                volume.get("persistentVolumeClaim"), "claimName", "'persistentVolumeClaim' needs a 'claimName'.");
        findings.form(
                volume.get("persistentVolumeClaim", "claimName"),
                Forms::isSubdomain,
                "'%s' cannot be the name of a volume claim.");
        findings.needs(volume.get("configMap"), "name", "'configMap' needs a 'name'.");
        findings.needs(volume.get("secret"), "secretName", "'secret' needs a 'secretName'.");
        findings.form(
                volume.get("emptyDir", "medium"),
                medium -> medium.isEmpty() || medium.equals("Memory") || medium.startsWith("HugePages"),
                "The medium of 'emptyDir' is Memory or left out, not '%s'.");
        Amounts.of(volume.get("emptyDir", "sizeLimit"))
                .filter(size -> size.signum() < 0)
                .ifPresent(size ->
                        findings.malformed(volume.get("emptyDir", "sizeLimit").place(), "A size may not be negative."));
        for (var source : List.of("configMap", "secret")) {
            files(volume.get(source));
        }
    }

    private void files(View source) {
        findings.range(source.get("defaultMode"), 0, 511, "defaultMode");
        source.each("items", item -> {
            findings.needs(item, "key", "An item needs a 'key'.");
            findings.needs(item, "path", "An item needs a 'path'.");
            findings.range(item.get("mode"), 0, 511, "mode");
            findings.form(
                    item.get("path"),
                    Forms::isPathWithin,
                    "A path within a volume begins without '/' and has no '..', and '%s' has.");
        });
    }

    private void placement(View spec) {
        metadata.labels(spec.get("nodeSelector"), "label");
        spec.each("topologySpreadConstraints", constraint -> {
            findings.range(constraint.get("maxSkew"), 1, Integer.MAX_VALUE, "maxSkew");
            findings.form(constraint.get("topologyKey"), Forms::isQualifiedName, "'%s' is no label of nodes.");
            metadata.labels(constraint.get("labelSelector", "matchLabels"), "label");
        });
        spec.each("tolerations", toleration -> {
            var operator = toleration.get("operator").text();
            var hasValue = toleration.get("value").sample().filter(text -> !text.isEmpty());
            if (operator.equals(Optional.of("Exists")) && hasValue.isPresent()) {
                findings.contradiction(toleration.place(), "A toleration with the operator Exists has no 'value'.");
            }
            if (!operator.equals(Optional.of("Exists"))
                    && toleration.get("key").isEmpty()
                    && !toleration.get("operator").isUnknown()) {
                findings.missing(toleration.place(), "A toleration without 'key' needs the operator Exists.");
            }
        });
        for (var name : List.of("runtimeClassName", "serviceAccountName", "priorityClassName", "nodeName")) {
            findings.form(spec.get(name), Forms::isSubdomain, "'%s' cannot be the name of an object.");
        }
    }
}
