package dev.slipway.provisioning.look;

import dev.slipway.provisioning.RevisionView;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.intent.Steps;
import dev.slipway.provisioning.intent.Steps.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An instance's accepted changes. */
@Component
public class RevisionViews {

    private final RevisionStore revisions;
    private final Steps steps;

    RevisionViews(RevisionStore revisions, Steps steps) {
        this.revisions = revisions;
        this.steps = steps;
    }

    public List<RevisionView> of(Instance instance) {
        return revisions.all(instance.id()).stream()
                .map(revision -> view(instance, revision))
                .toList();
    }

    private RevisionView view(Instance instance, Revision revision) {
        return new RevisionView(
                revision.number(),
                revision.blueprintVersion(),
                revision.parameters(),
                revision.summary(),
                revision.planHash(),
                revision.price().hourly(),
                revision.by(),
                revision.at(),
                revision.number() == instance.revision(),
                instance.aim()
                        .pending()
                        .filter(pending -> pending == revision.number())
                        .isPresent(),
                readyAfter(instance, revision));
    }

    private Optional<Duration> readyAfter(Instance instance, Revision revision) {
        var taken = steps.of(instance.id(), revision.number());
        var first = taken.stream().map(Step::started).min(java.util.Comparator.naturalOrder());
        return taken.stream()
                .filter(step -> step.key().equals("start"))
                .flatMap(step -> step.finished().stream())
                .findFirst()
                .flatMap(end -> first.map(start -> Duration.between(start, end)));
    }
}
