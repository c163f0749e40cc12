package dev.slipway.provisioning.look;

import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.StepView;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.intent.Steps;
import dev.slipway.provisioning.intent.Steps.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The way to readiness, for the waterfall. */
@Component
public class StepViews {

    private static final Map<String, String> TITLES = titles();

    private final Steps steps;
    private final RevisionStore revisions;

    StepViews(Steps steps, RevisionStore revisions) {
        this.steps = steps;
        this.revisions = revisions;
    }

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("isolation", "Namespace and isolation");
        titles.put("secrets", "Keys");
        titles.put("weights", "Weights from cache");
        titles.put("objects", "Objects");
        titles.put("start", "Start and health checks");
        return titles;
    }

    public List<StepView> of(Instance instance) {
        var revision = revisions.get(instance.id(), instance.revision());
        var taken = taken(instance.id(), instance.revision());
        var usual = steps.usual(instance.origin().blueprint());
        var views = new ArrayList<StepView>();
        TITLES.forEach((key, title) -> {
            var applies = !(key.equals("secrets") && revision.secrets().isEmpty())
                    && !(key.equals("weights") && revision.weights().isEmpty());
            if (applies) {
                views.add(view(key, title, Optional.ofNullable(taken.get(key)), Optional.ofNullable(usual.get(key))));
            }
        });
        return views;
    }

    private Map<String, Step> taken(InstanceId id, int revision) {
        return steps.of(id, revision).stream().collect(Collectors.toMap(Step::key, Function.identity()));
    }

    private static StepView view(String key, String title, Optional<Step> step, Optional<Duration> usual) {
        return new StepView(
                key,
                title,
                step.map(Step::detail).orElse(""),
                step.map(Step::started),
                step.flatMap(Step::finished),
                usual);
    }

    /** From the go-ahead on as long as it usually takes; never in the past. */
    public Optional<Instant> expectedReady(Instance instance, Instant now) {
        if (!instance.state().isMoving() || instance.moments().goAhead().isEmpty()) {
            return Optional.empty();
        }
        var blueprint = instance.origin().blueprint();
        var usual = steps.usuallyReady(blueprint, fetches(instance, now))
                .or(() -> steps.usuallyReady(blueprint, false))
                .orElse(Steps.RULE_OF_THUMB);
        var expected = instance.moments().goAhead().get().plus(usual);
        return Optional.of(expected.isBefore(now) ? now : expected);
    }

    private boolean fetches(Instance instance, Instant now) {
        return Optional.ofNullable(taken(instance.id(), instance.revision()).get("weights"))
                .filter(step -> Duration.between(step.started(), step.finished().orElse(now))
                                .compareTo(Steps.FETCHING)
                        > 0)
                .isPresent();
    }
}
