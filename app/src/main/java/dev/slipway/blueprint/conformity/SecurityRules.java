package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the Pod Security standard {@code restricted} asks for, which all namespaces of Slipway enforce. */
final class SecurityRules {

    private static final Set<String> VOLUMES = Set.of(
            "name",
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");
    private static final List<String> HOST = List.of("hostNetwork", "hostPID", "hostIPC");
    private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");

    private final Findings findings;

    SecurityRules(Findings findings) {
        this.findings = findings;
    }

    void check(View spec) {
        if (!spec.isThere()) {
            return;
        }
        for (var name : HOST) {
            spec.get(name)
                    .truth()
                    .filter(truth -> truth)
                    .ifPresent(truth ->
                            findings.insecure(spec.get(name).place(), "'%s' may not be used.".formatted(name)));
        }
        spec.each(
                "volumes",
                volume -> volume.members().keySet().stream()
                        .filter(source -> !VOLUMES.contains(source))
                        .filter(source -> volume.get(source).isThere())
                        .forEach(source -> findings.insecure(
                                volume.keyPlace(source),
                                "A volume of the kind '%s' may not be used.".formatted(source))));
        var context = spec.get("securityContext");
        user(context);
        Stream.of("initContainers", "containers")
                .flatMap(list -> spec.get(list).items().stream())
                .filter(View::isThere)
                .forEach(container -> container(container, context));
    }

    private void container(View container, View pod) {
        var context = container.get("securityContext");
        user(context);
        if (context.get("privileged").truth().equals(Optional.of(true))) {
            findings.insecure(context.get("privileged").place(), "A container may not be privileged.");
        }
        if (isNot(context.get("allowPrivilegeEscalation"), Optional.of(false))) {
            findings.insecure(
                    place(container, context, "allowPrivilegeEscalation"),
                    "A container must have 'securityContext.allowPrivilegeEscalation: false'.");
        }
        capabilities(container, context);
        var ownRoot = context.get("runAsNonRoot");
        if (isNot(ownRoot.isAbsent() ? pod.get("runAsNonRoot") : ownRoot, Optional.of(true))) {
            findings.insecure(
                    place(container, context, "runAsNonRoot"),
                    "The pod or this container must have 'securityContext.runAsNonRoot: true'.");
        }
        var ownProfile = context.get("seccompProfile", "type");
        var profile = ownProfile.isAbsent() ? pod.get("seccompProfile", "type") : ownProfile;
        if (profile.isAbsent()
                || profile.text().filter(type -> !PROFILES.contains(type)).isPresent()) {
            findings.insecure(
                    place(container, context, "seccompProfile"),
                    "The pod or this container must have 'securityContext.seccompProfile: {type: RuntimeDefault}'.");
        }
        container.each("ports", port -> {
            if (port.get("hostPort").number().filter(number -> number != 0).isPresent()) {
                findings.insecure(port.get("hostPort").place(), "A port of the node may not be used.");
            }
        });
    }

    private void capabilities(View container, View context) {
        var drop = context.get("capabilities", "drop");
        var dropsAll = drop.items().stream().anyMatch(item -> item.text().equals(Optional.of("ALL")));
        if (!dropsAll && drop.isComplete() && !drop.isUnknown()) {
            findings.insecure(
                    place(container, context, "capabilities"),
                    "A container must have 'securityContext.capabilities: {drop: [ALL]}'.");
        }
        context.get("capabilities")
                .each(
                        "add",
                        added -> added.text()
                                .filter(name -> !name.equals("NET_BIND_SERVICE"))
                                .ifPresent(name -> findings.insecure(
                                        added.place(), "The capability '%s' may not be added.".formatted(name))));
    }

    private void user(View context) {
        if (context.get("runAsUser").number().equals(Optional.of(0L))) {
            findings.insecure(context.get("runAsUser").place(), "A container may not run as user 0.");
        }
    }

    /** Certainly not this. */
    private static boolean isNot(View view, Optional<Boolean> wanted) {
        return view.isAbsent() || (view.truth().isPresent() && !view.truth().equals(wanted));
    }

    private static Place place(View container, View context, String field) {
        var there = context.get(field);
        return there.isThere() ? there.place() : context.isThere() ? context.place() : container.place();
    }
}
