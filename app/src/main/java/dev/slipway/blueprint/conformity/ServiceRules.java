package dev.slipway.blueprint.conformity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a service must be like. */
final class ServiceRules {

    private final Findings findings;
    private final ContainerRules containers;
    private final MetadataRules metadata;

    ServiceRules(Findings findings) {
        this.findings = findings;
        this.containers = new ContainerRules(findings);
        this.metadata = new MetadataRules(findings);
    }

    void check(View object) {
        var spec = object.get("spec");
        var ports = spec.get("ports");
        var type = spec.get("type").text().orElse("ClusterIP");
        var needsPorts = !type.equals("ExternalName")
                && spec.get("clusterIP").isAbsent()
                && !spec.get("type").isUnknown();
        if (object.get("spec").isAbsent()) {
            findings.missing(object.place(), "A service needs a 'spec' with 'ports'.");
        } else if (needsPorts && spec.isThere() && ports.isEmpty()) {
            findings.missing(spec.place(), "A service needs at least one of 'ports'.");
        }
        metadata.labels(spec.get("selector"), "label");
        var names = new HashSet<String>();
        var isOne = ports.isComplete() && ports.items().size() == 1;
        ports.items().forEach(port -> port(port, isOne, type, names));
    }

    private void port(View port, boolean isOne, String type, Set<String> names) {
        findings.range(port.get("port"), 1, 65_535, "port");
        containers.port(port.get("targetPort"), "targetPort");
        var name = port.get("name");
        if (!isOne && port.isThere() && name.isEmpty()) {
            findings.missing(port.place(), "Where a service has several ports, each needs a 'name'.");
        }
        findings.form(
                name,
                text -> text.isEmpty() || Forms.isLabel(text),
                "A port's name has at most 63 small letters, digits and hyphens, and '%s' has not.");
        name.text()
                .filter(text -> !text.isEmpty() && !names.add(text))
                .ifPresent(text -> findings.twice(name.place(), "Two ports are called '%s'.".formatted(text)));
        var hasNodePort = port.get("nodePort").number().filter(number -> number != 0);
        if (hasNodePort.isPresent() && List.of("ClusterIP", "ExternalName").contains(type)) {
            findings.contradiction(port.get("nodePort").place(), "A 'nodePort' needs the type NodePort.");
        }
    }

    /** What a disruption budget must be like. */
    void budget(View object) {
        var spec = object.get("spec");
        var workloads = new WorkloadRules(findings);
        workloads.share(spec.get("minAvailable"), "minAvailable", 100);
        workloads.share(spec.get("maxUnavailable"), "maxUnavailable", 100);
        metadata.labels(spec.get("selector", "matchLabels"), "label");
        workloads.expressions(spec.get("selector"));
        if (spec.get("minAvailable").isThere() && spec.get("maxUnavailable").isThere()) {
            findings.contradiction(spec.place(), "There is either 'minAvailable' or 'maxUnavailable'.");
        }
    }

    /** What a configuration map must be like. */
    void configuration(View object) {
        var binary = object.get("binaryData");
        for (var data : List.of(object.get("data"), binary)) {
            data.members().keySet().stream()
                    .filter(key -> !Forms.isKey(key))
                    .forEach(key -> findings.malformed(
                            data.keyPlace(key),
                            "'%s' cannot be a key: letters, digits, '-', '_' and '.'.".formatted(key)));
        }
        binary.members().keySet().stream()
                .filter(key -> object.get("data", key).isThere())
                .forEach(key -> findings.twice(binary.keyPlace(key), "'%s' stands in 'data' already.".formatted(key)));
    }
}
