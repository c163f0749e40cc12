package dev.slipway.provisioning.submit;

import dev.slipway.access.Caller;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.ChangeForm;
import dev.slipway.provisioning.LaunchForm;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.plan.Ask;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** From a form to what is asked for, if the caller may ask for it. */
@Component
public class Asks {

    private final Teams teams;
    private final Catalog catalog;
    private final InstanceStore instances;
    private final RevisionStore revisions;

    Asks(Teams teams, Catalog catalog, InstanceStore instances, RevisionStore revisions) {
        this.teams = teams;
        this.catalog = catalog;
        this.instances = instances;
        this.revisions = revisions;
    }

    public Ask launch(Caller caller, LaunchForm form) {
        var team = team(caller, form.environment().team());
        var version = version(form);
        return new Ask(
                caller,
                version,
                team,
                teams.environment(form.environment()),
                form.cluster(),
                form.name().strip(),
                version.blueprint().parse(form.input()),
                emptied(form.input()),
                form.shares(),
                form.expires(),
                reason(form.reason()),
                Optional.empty());
    }

    private TeamView team(Caller caller, TeamId id) {
        var team = teams.find(id).filter(found -> caller.mayView(id));
        if (team.isEmpty()) {
            throw new NotFoundException("team-not-found", "There is no team %s.".formatted(id));
        }
        requireWork(caller, id);
        return team.get();
    }

    private BlueprintVersion version(LaunchForm form) {
        return form.version()
                .map(version -> catalog.version(form.blueprint(), version))
                .or(() -> catalog.latest(form.blueprint()))
                .orElseThrow(() -> new NotFoundException(
                        "blueprint-not-found", "There is no blueprint %s in the catalog.".formatted(form.blueprint())));
    }

    /** The instance stays where it is, with the share it has as far as that still fits. */
    public Ask change(Caller caller, InstanceId id, ChangeForm form) {
        var instance = working(caller, id);
        requireChangeable(instance, form);
        var revision = revisions.get(id, instance.revision());
        var origin = instance.origin();
        var version = catalog.version(origin.blueprint(), revision.blueprintVersion());
        var shares = new HashMap<String, String>();
        revision.shares().forEach(held -> shares.put(held.share().name(), held.option()));
        shares.putAll(form.shares());
        return new Ask(
                caller,
                version,
                teams.get(origin.team()),
                teams.environment(origin.environment()),
                Optional.of(origin.cluster()),
                origin.name(),
                version.blueprint().parse(form.input()),
                emptied(form.input()),
                shares,
                Optional.empty(),
                reason(form.reason()),
                Optional.of(new Ask.Present(instance, revision)));
    }

    private static Set<String> emptied(Map<String, List<String>> input) {
        return input.entrySet().stream()
                .filter(field -> field.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A browser counts the end of a line as one character and sends two. */
    private static String reason(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    private static void requireChangeable(Instance instance, ChangeForm form) {
        if (instance.revision() != form.baseRevision()) {
            throw new ConflictException(
                    "instance-changed",
                    "%s was changed meanwhile: your form began from revision %d, it is at %d now. Look at what changed and send yours again."
                            .formatted(instance.origin().name(), form.baseRevision(), instance.revision()));
        }
        switch (instance.state()) {
            case QUEUED, PROVISIONING, READY, DEGRADED, UPDATING, PAUSED, COMPLETED, FAILED -> {}
            case REQUESTED ->
                throw new ConflictException(
                        "instance-waits", "It waits for a sign-off. Withdraw it and launch it as you want it.");
            case DECLINED, WITHDRAWN, DELETING, DELETED ->
                throw new ConflictException(
                        "instance-ended",
                        "%s has ended and cannot be changed."
                                .formatted(instance.origin().name()));
        }
    }

    /** One that the caller may see. */
    public Instance visible(Caller caller, InstanceId id) {
        return instances
                .find(id)
                .filter(instance -> caller.mayView(instance.origin().team()))
                .orElseThrow(Asks::notFound);
    }

    /** One that the caller may work on. */
    public Instance working(Caller caller, InstanceId id) {
        var instance = visible(caller, id);
        requireWork(caller, instance.origin().team());
        return instance;
    }

    /** The same, and nobody else writes it until the transaction ends. */
    Instance locked(Caller caller, InstanceId id) {
        working(caller, id);
        return instances.lock(id).orElseThrow(Asks::notFound);
    }

    static NotFoundException notFound() {
        return new NotFoundException("instance-not-found", "There is no such instance.");
    }

    private static void requireWork(Caller caller, TeamId team) {
        if (!caller.mayWork(team)) {
            throw new RefusedException("not-a-member", "Only developers and owners of %s may do this.".formatted(team));
        }
    }
}
