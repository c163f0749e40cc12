package dev.slipway.provisioning;

import dev.slipway.access.Caller;
import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.UnavailableException;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.Inventory;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.intent.Timeline;
import dev.slipway.provisioning.look.ClusterLook;
import dev.slipway.provisioning.look.Endpoints;
import dev.slipway.provisioning.look.RevisionViews;
import dev.slipway.provisioning.look.StepViews;
import dev.slipway.provisioning.look.Views;
import dev.slipway.provisioning.plan.Planner;
import dev.slipway.provisioning.submit.Asks;
import dev.slipway.provisioning.submit.Changes;
import dev.slipway.provisioning.submit.Endings;
import dev.slipway.provisioning.submit.Launches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The room's front door: asks who may, then whoever knows. */
@Service
class PortalInstances implements Instances {

    private final Asks asks;
    private final Planner planner;
    private final Launches launches;
    private final Changes changes;
    private final Endings endings;
    private final InstanceStore instances;
    private final RevisionStore revisions;
    private final Inventory inventory;
    private final Timeline timeline;
    private final Views views;
    private final StepViews stepViews;
    private final RevisionViews revisionViews;
    private final ClusterLook look;
    private final Endpoints endpoints;
    private final InstantSource clock;

    PortalInstances(
            Asks asks,
            Planner planner,
            Launches launches,
            Changes changes,
            Endings endings,
            InstanceStore instances,
            RevisionStore revisions,
            Inventory inventory,
            Timeline timeline,
            Views views,
            StepViews stepViews,
            RevisionViews revisionViews,
            ClusterLook look,
            Endpoints endpoints,
            InstantSource clock) {
        this.asks = asks;
        this.planner = planner;
        this.launches = launches;
        this.changes = changes;
        this.endings = endings;
        this.instances = instances;
        this.revisions = revisions;
        this.inventory = inventory;
        this.timeline = timeline;
        this.views = views;
        this.stepViews = stepViews;
        this.revisionViews = revisionViews;
        this.look = look;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @Override
    public Plan plan(Caller caller, LaunchForm form) {
        return planner.draft(asks.launch(caller, form)).plan();
    }

    @Override
    public Submission submit(Caller caller, LaunchForm form, String submissionKey) {
        return launches.submit(caller, form, submissionKey);
    }

    @Override
    public Plan planChange(Caller caller, InstanceId id, ChangeForm form) {
        return planner.draft(asks.change(caller, id, form)).plan();
    }

    @Override
    public Submission change(Caller caller, InstanceId id, ChangeForm form, String submissionKey) {
        return changes.change(caller, id, form, submissionKey);
    }

    @Override
    public ChangeForm formOf(Caller caller, InstanceId id) {
        var instance = asks.working(caller, id);
        var revision = revisions.get(id, instance.revision());
        return new ChangeForm(
                revision.number(),
                input(revision.parameters()),
                revision.shares().stream()
                        .collect(Collectors.toMap(held -> held.share().name(), held -> held.option())),
                "");
    }

    private static Map<String, List<String>> input(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> input(entry.getValue())));
    }

    private static List<String> input(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    @Override
    public void withdraw(Caller caller, InstanceId id) {
        endings.withdraw(caller, id);
    }

    @Override
    public void delete(Caller caller, InstanceId id) {
        endings.delete(caller, id);
    }

    @Override
    public void retry(Caller caller, InstanceId id) {
        endings.retry(caller, id);
    }

    @Override
    public void setExpiry(Caller caller, InstanceId id, Optional<Instant> expires) {
        endings.setExpiry(caller, id, expires);
    }

    @Override
    public List<InstanceView> list(Caller caller, InstanceFilter filter) {
        return views.list(caller, filter);
    }

    @Override
    public List<InstanceView> first(Caller caller, InstanceFilter filter, int most) {
        return views.first(caller::mayView, filter, most);
    }

    @Override
    public int count(Caller caller, InstanceFilter filter) {
        return views.count(caller, filter);
    }

    @Override
    public InstanceView get(Caller caller, InstanceId id) {
        return views.find(asks.visible(caller, id).id()).orElseThrow();
    }

    @Override
    public Optional<InstanceView> find(Caller caller, EnvironmentId environment, String name) {
        return instances
                .byName(environment, name)
                .filter(instance -> caller.mayView(instance.origin().team()))
                .flatMap(instance -> views.find(instance.id()));
    }

    @Override
    public List<TimelineEntry> timeline(Caller caller, InstanceId id) {
        return timeline.of(asks.visible(caller, id).id());
    }

    @Override
    public List<StepView> steps(Caller caller, InstanceId id) {
        return stepViews.of(asks.visible(caller, id));
    }

    @Override
    public Optional<Instant> expectedReady(Caller caller, InstanceId id) {
        return stepViews.expectedReady(asks.visible(caller, id), clock.instant());
    }

    @Override
    public List<RevisionView> revisions(Caller caller, InstanceId id) {
        return revisionViews.of(asks.visible(caller, id));
    }

    @Override
    public List<ObjectView> objects(Caller caller, InstanceId id) {
        return inventory.of(asks.visible(caller, id).id()).stream()
                .map(PortalInstances::view)
                .toList();
    }

    private static ObjectView view(OwnedObject object) {
        return new ObjectView(
                object.resource(),
                object.key().apiVersion(),
                object.key().kind(),
                String.valueOf(object.key().namespace()),
                object.key().name(),
                object.condition(),
                object.detail(),
                object.uid(),
                object.appliedAt());
    }

    @Override
    public String objectYaml(Caller caller, InstanceId id, String kind, String name) {
        return look.yaml(asks.visible(caller, id), kind, name);
    }

    @Override
    public List<KubernetesEvent> events(Caller caller, InstanceId id) {
        return orNothing(asks.visible(caller, id), look::events);
    }

    @Override
    public List<PodView> pods(Caller caller, InstanceId id) {
        return orNothing(asks.visible(caller, id), look::pods);
    }

    private static <T> List<T> orNothing(Instance instance, java.util.function.Function<Instance, List<T>> question) {
        try {
            return question.apply(instance);
        } catch (UnavailableException away) {
            return List.of();
        }
    }

    @Override
    public List<String> logs(Caller caller, InstanceId id, String pod, Optional<String> container, int lines) {
        return look.logs(asks.visible(caller, id), pod, container, lines);
    }

    @Override
    public ChatConnection connectChat(Caller caller, InstanceId id) {
        return endpoints.connect(asks.working(caller, id));
    }

    @Override
    public String reveal(Caller caller, InstanceId id, String output) {
        return endpoints.reveal(caller, asks.working(caller, id), output);
    }
}
