package dev.slipway.provisioning.plan;

import dev.slipway.approval.NewRequest;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.FormField;
import dev.slipway.provisioning.guard.GuardNames;
import dev.slipway.provisioning.intent.InstanceStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What is wrong with the fields that every launch has. */
@Component
public class FormCheck {

    private static final Pattern NAME =
            Pattern.compile("[a-z]([a-z0-9-]{0,%d}[a-z0-9])?".formatted(Facts.Metadata.LONGEST_NAME - 2));

    private final InstanceStore instances;
    private final InstantSource clock;

    FormCheck(InstanceStore instances, InstantSource clock) {
        this.instances = instances;
        this.clock = clock;
    }

    List<FieldError> errors(Ask ask) {
        var errors = new ArrayList<FieldError>();
        if (ask.present().isEmpty()) {
            name(ask, errors);
        }
        cluster(ask, errors);
        expiry(ask, errors);
        reason(ask, errors);
        ask.present().ifPresent(there -> emptied(ask, there.revision().parameters(), errors));
        return errors;
    }

    private void name(Ask ask, List<FieldError> errors) {
        if (ask.name().isBlank()) {
            errors.add(new FieldError("name", "The instance needs a name."));
        } else if (!NAME.matcher(ask.name()).matches()) {
            errors.add(new FieldError(
                    "name",
                    "A name begins with a letter, has lower-case letters, digits and hyphens, and at most %d of them."
                            .formatted(Facts.Metadata.LONGEST_NAME)));
        } else if (GuardNames.isReserved(ask.name())) {
            errors.add(new FieldError(
                    "name", "What guards the namespace is called slipway and slipway-…. Choose another name."));
        } else if (instances.byName(ask.environment().id(), ask.name()).isPresent()) {
            errors.add(taken(ask));
        }
    }

    /** Somebody has the name already. */
    public static FieldError taken(Ask ask) {
        return new FieldError(
                "name",
                "%s is taken in %s. Choose another name."
                        .formatted(ask.name(), ask.environment().id()));
    }

    /** What runs does not fall back to a default because somebody emptied a field. */
    private static void emptied(Ask ask, Map<String, Object> present, List<FieldError> errors) {
        for (var field : ask.blueprint().form().fields()) {
            var now = present.get(field.name());
            if (now != null && field.defaultValue() != null && isEmptied(ask, field)) {
                errors.add(new FieldError(
                        "parameters." + field.name(),
                        "%s is empty. It is %s now, and a launch would begin with %s: say which."
                                .formatted(field.title(), now, field.defaultValue())));
            }
        }
    }

    private static boolean isEmptied(Ask ask, FormField field) {
        return switch (field.type()) {
            case STRING, INTEGER, NUMBER, BOOLEAN -> ask.emptied().contains(field.name());
            case LIST, OBJECT -> false;
        };
    }

    private static void cluster(Ask ask, List<FieldError> errors) {
        ask.cluster()
                .filter(cluster -> !ask.environment().clusters().contains(cluster))
                .ifPresent(cluster -> errors.add(new FieldError(
                        "cluster",
                        "%s may not use %s.".formatted(ask.environment().id(), cluster))));
    }

    private static void reason(Ask ask, List<FieldError> errors) {
        if (ask.reason().length() > NewRequest.LONGEST_REASON) {
            errors.add(new FieldError(
                    "reason", "A reason has at most %,d characters.".formatted(NewRequest.LONGEST_REASON)));
        }
    }

    private void expiry(Ask ask, List<FieldError> errors) {
        var now = clock.instant();
        ask.expires()
                .filter(at -> !at.isAfter(now))
                .ifPresent(at -> errors.add(new FieldError("expires", "The end lies in the past.")));
    }
}
