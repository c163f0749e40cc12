package dev.slipway.provisioning.submit;

import dev.slipway.blueprint.FormField;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.plan.Ask;
import dev.slipway.provisioning.plan.Draft.Material;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** From a draft to a revision. */
final class Revisions {

    private Revisions() {}

    static Revision of(
            InstanceId id, int number, Ask ask, Material material, PersonId by, Instant at, String submissionKey) {
        return new Revision(
                id,
                number,
                ask.version().version(),
                material.parameters(),
                material.facts(),
                material.rendering().resources(),
                material.rendering().secrets(),
                material.needs().weights(),
                material.shares(),
                material.fingerprint().objects(),
                material.fingerprint().signed(),
                material.holding(),
                material.gpu(),
                material.price().most(),
                summary(ask, material),
                by,
                at,
                submissionKey);
    }

    private static String summary(Ask ask, Material material) {
        return ask.present()
                .map(there -> difference(ask, there.revision().parameters(), material.parameters()))
                .orElse("Launched");
    }

    private static String difference(Ask ask, Map<String, Object> before, Map<String, Object> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var parts = new ArrayList<String>();
        for (var name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                parts.add("%s %s → %s".formatted(title(ask, name), before.get(name), after.get(name)));
            }
        }
        return parts.isEmpty() ? "Nothing but where it runs" : String.join(", ", parts);
    }

    private static String title(Ask ask, String name) {
        return ask.version()
                .blueprint()
                .form()
                .field(name)
                .map(FormField::title)
                .orElse(name);
    }
}
