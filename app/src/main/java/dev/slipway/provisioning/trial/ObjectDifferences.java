package dev.slipway.provisioning.trial;

import dev.slipway.blueprint.ImmutableFields;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.catalog.InstanceTrial.Outcome;
import dev.slipway.provisioning.plan.Differences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What would happen to an instance's objects, the gravest of it as the outcome. */
final class ObjectDifferences {

    private static final Set<String> WITH_TEMPLATE = Set.of("Deployment", "StatefulSet");

    /** Of these any change of what is wanted may replace pods. */
    private static final Set<String> OPERATED =
            Set.of("InferenceService", "LLMInferenceService", "NIMService", "Pod", "RayCluster", "RayJob", "TrainJob");

    private final Subject subject;
    private final Pattern itself;
    private final List<String> lines = new ArrayList<>();
    private Outcome outcome = Outcome.UNCHANGED;

    ObjectDifferences(Subject subject) {
        this.subject = subject;
        this.itself = Pattern.compile("(?<![a-z0-9-])(?:%s|%s)(?![a-z0-9])"
                .formatted(
                        Pattern.quote(subject.namespace()),
                        Pattern.quote(subject.instance().name())));
    }

    Outcome outcome() {
        return outcome;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    ObjectDifferences with(List<RenderedResource> after) {
        var before = new LinkedHashMap<String, RenderedResource>();
        subject.resources().forEach(resource -> before.put(key(resource), resource));
        for (var resource : after) {
            var old = before.remove(key(resource));
            if (old == null) {
                found(Outcome.IN_PLACE, "%s %s is created".formatted(resource.kind(), resource.label()));
            } else if (!old.manifest().equals(resource.manifest())) {
                changed(old, resource);
            }
        }
        before.values().forEach(this::gone);
        return this;
    }

    private void gone(RenderedResource old) {
        var runs = WITH_TEMPLATE.contains(old.kind())
                || OPERATED.contains(old.kind())
                || old.kind().equals("Job");
        found(runs ? Outcome.ROLLS_PODS : Outcome.IN_PLACE, "%s %s is deleted".formatted(old.kind(), old.label()));
    }

    private void changed(RenderedResource old, RenderedResource now) {
        var immutable = ImmutableFields.changed(now.kind(), old.manifest(), now.manifest());
        if (!immutable.isEmpty()) {
            found(
                    Outcome.INVALID,
                    "%s %s: %s cannot be changed".formatted(now.kind(), now.label(), String.join(", ", immutable)));
        }
        Differences.all(old.manifest(), now.manifest())
                .forEach(difference ->
                        found(effect(old, now), "%s %s: %s".formatted(now.kind(), now.label(), difference)));
    }

    private static Outcome effect(RenderedResource old, RenderedResource now) {
        if (now.kind().equals("Job")) {
            return Outcome.ROLLS_PODS;
        }
        if (OPERATED.contains(now.kind())) {
            return Objects.equals(spec(old), spec(now)) ? Outcome.IN_PLACE : Outcome.ROLLS_PODS;
        }
        return WITH_TEMPLATE.contains(now.kind()) && !Objects.equals(template(old), template(now))
                ? Outcome.ROLLS_PODS
                : Outcome.IN_PLACE;
    }

    private void found(Outcome effect, String line) {
        outcome = effect.compareTo(outcome) > 0 ? effect : outcome;
        lines.add(itself.matcher(line).replaceAll(Matcher.quoteReplacement("…")));
    }

    private static @Nullable Object spec(RenderedResource resource) {
        return resource.manifest().get("spec");
    }

    private static @Nullable Object template(RenderedResource resource) {
        return spec(resource) instanceof Map<?, ?> spec ? spec.get("template") : null;
    }

    /** Without the version, so that an object of a newer version of its group is the same. */
    private static String key(RenderedResource resource) {
        var slash = resource.apiVersion().indexOf('/');
        var group = slash < 0 ? "" : resource.apiVersion().substring(0, slash);
        return group + "/" + resource.kind() + "/" + resource.name();
    }
}
