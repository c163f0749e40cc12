package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.source.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a container must be like. */
final class ContainerRules {

    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");
    private static final List<String> SOURCES =
            List.of("configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef");
    private static final Set<String> ORDINARY = Set.of("cpu", "memory", "ephemeral-storage");
    private static final Set<String> FIELDS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private final Findings findings;

    ContainerRules(Findings findings) {
        this.findings = findings;
    }

    void check(View container) {
        findings.form(
                container.get("name"),
                Forms::isLabel,
                "A container's name has at most 63 small letters, digits and hyphens, and '%s' has not.");
        findings.needs(container, "image", "A container needs an 'image'.");
        findings.form(container.get("image"), image -> image.equals(image.strip()), "'%s' is no image.");
        ports(container);
        container.each("env", this::variable);
        PROBES.forEach(name -> probe(name, container.get(name)));
        resources(container.get("resources"));
        mounts(container);
        identities(container.get("securityContext"));
    }

    void identities(View securityContext) {
        for (var name : List.of("runAsUser", "runAsGroup", "fsGroup")) {
            findings.range(securityContext.get(name), 0, Integer.MAX_VALUE, name);
        }
        var profile = securityContext.get("seccompProfile");
        if (profile.isThere()
                && profile.get("type").text().filter("Localhost"::equals).isPresent()) {
            findings.needs(profile, "localhostProfile", "A profile of type Localhost needs 'localhostProfile'.");
        }
    }

    private void ports(View container) {
        var names = new HashSet<String>();
        container.each("ports", port -> {
            findings.range(port.get("containerPort"), 1, 65_535, "containerPort");
            findings.range(port.get("hostPort"), 0, 65_535, "hostPort");
            portName(port.get("name"));
            port.get("name")
                    .text()
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> findings.twice(
                            port.get("name").place(), "Two ports of this container are called '%s'.".formatted(name)));
        });
    }

    void portName(View name) {
        findings.form(
                name,
                Forms::isPortName,
                "A port's name has at most 15 small letters, digits and single hyphens, one letter at least, and '%s' has not.");
    }

    /** A port by its number or its name. */
    void port(View port, String name) {
        findings.range(port, 1, 65_535, name);
        portName(port);
    }

    private void variable(View variable) {
        findings.form(variable.get("name"), Forms::isVariable, "'%s' cannot be the name of an environment variable.");
        findings.needs(variable, "name", "An environment variable needs a 'name'.");
        var source = variable.get("valueFrom");
        if (!source.isThere()) {
            return;
        }
        if (variable.get("value").sample().filter(text -> !text.isEmpty()).isPresent()) {
            findings.contradiction(source.place(), "A variable has either 'value' or 'valueFrom'.");
        }
        exactlyOne(source, SOURCES, "'valueFrom' names exactly one source: %s.");
        for (var reference : List.of("configMapKeyRef", "secretKeyRef")) {
            var selector = source.get(reference);
            findings.needs(selector, "name", "'%s' needs a 'name'.".formatted(reference));
            findings.needs(selector, "key", "'%s' needs a 'key'.".formatted(reference));
            findings.form(
                    selector.get("key"), Forms::isKey, "'%s' cannot be a key: letters, digits, '-', '_' and '.'.");
            findings.form(selector.get("name"), Forms::isSubdomain, "'%s' cannot be the name of an object.");
        }
        findings.form(
                source.get("fieldRef", "fieldPath"),
                path -> FIELDS.contains(path) || path.matches("metadata\\.(labels|annotations)\\['.+']"),
                "'%s' is no field of a pod that a variable can hold.");
    }

    /** Says it unless exactly one of these fields is there. */
    Optional<String> exactlyOne(View owner, List<String> names, String message) {
        if (!owner.isThere()) {
            return Optional.empty();
        }
        var there = names.stream().filter(name -> owner.get(name).isThere()).toList();
        var isCertain = names.stream().noneMatch(name -> owner.get(name).isUnknown());
        if (there.size() > 1 || (there.isEmpty() && isCertain)) {
            findings.contradiction(owner.place(), message.formatted(String.join(", ", names)));
        }
        return there.stream().findFirst();
    }

    private void probe(String name, View probe) {
        if (!probe.isThere()) {
            return;
        }
        exactlyOne(probe, HANDLERS, "A probe has exactly one of %s.");
        for (var number : List.of(
                "initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold", "successThreshold")) {
            findings.range(probe.get(number), 0, Long.MAX_VALUE, number);
        }
        if (!name.equals("readinessProbe")) {
            probe.get("successThreshold")
                    .number()
                    .filter(number -> number > 1)
                    .ifPresent(number -> findings.malformed(
                            probe.get("successThreshold").place(), "'successThreshold' must be 1 here."));
        }
        handler(probe);
    }

    void handler(View handler) {
        port(handler.get("httpGet", "port"), "port");
        port(handler.get("tcpSocket", "port"), "port");
        findings.range(handler.get("grpc", "port"), 1, 65_535, "port");
        findings.needs(handler.get("exec"), "command", "'exec' needs a 'command'.");
    }

    void resources(View resources) {
        var requests = resources.get("requests");
        var limits = resources.get("limits");
        for (var amounts : List.of(requests, limits)) {
            amounts.members().forEach((name, amount) -> {
                var isKnown = ORDINARY.contains(name)
                        || name.startsWith("hugepages-")
                        || (name.contains("/") && Forms.isQualifiedName(name));
                if (!isKnown) {
                    findings.unknown(
                            amounts.keyPlace(name),
                            "There is no resource '%s'.".formatted(name),
                            Suggestion.nearest(name, ORDINARY));
                }
                Amounts.of(amount)
                        .filter(number -> number.signum() < 0)
                        .ifPresent(number -> findings.malformed(amount.place(), "An amount may not be negative."));
                if (!name.equals("cpu") && !name.contains("/")) {
                    Amounts.bytes(amount, findings);
                }
            });
        }
        requests.members().forEach((name, amount) -> {
            var limit = limits.get(name);
            if (limit.isAbsent() && (name.contains("/") || name.startsWith("hugepages-"))) {
                findings.missing(resources.place(), "What nobody else can use needs a limit as well as a request.");
            }
            var asked = Amounts.of(amount);
            var most = Amounts.of(limit);
            if (asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0) {
                findings.contradiction(amount.place(), "The request of '%s' is larger than its limit.".formatted(name));
            }
        });
    }

    private void mounts(View container) {
        container.each("volumeMounts", mount -> {
            findings.needs(mount, "mountPath", "A volume mount needs a 'mountPath'.");
            findings.form(
                    mount.get("mountPath"), text -> !text.contains(":"), "A path may not contain ':', and '%s' does.");
            findings.form(
                    mount.get("subPath"),
                    Forms::isPathWithin,
                    "A path within a volume begins without '/' and has no '..', and '%s' has.");
        });
    }
}
