package dev.slipway.provisioning.submit;

import dev.slipway.catalog.VersionDeprecated;
import dev.slipway.catalog.VersionRetired;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.intent.Happening;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.Timeline;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the instances of a version, and so those who own them, that it is on its way out. What runs is left alone. */
@Component
class EndingVersions {

    private final InstanceStore instances;
    private final Timeline timeline;
    private final InstantSource clock;

    EndingVersions(InstanceStore instances, Timeline timeline, InstantSource clock) {
        this.instances = instances;
        this.timeline = timeline;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VersionDeprecated deprecated) {
        tell(
                instances.ofVersion(deprecated.name(), deprecated.version()),
                "%s %s is deprecated and may be retired on %s. %s"
                        .formatted(
                                deprecated.title(),
                                deprecated.version(),
                                Days.written(deprecated.until()),
                                deprecated.note()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VersionRetired retired) {
        tell(
                instances.ofVersion(retired.name(), retired.version()),
                "%s %s is retired: nothing is launched from it any more, and this instance goes on."
                        .formatted(retired.title(), retired.version()));
    }

    private void tell(List<InstanceId> concerned, String text) {
        var notice = List.of(Happening.notice(clock.instant(), text));
        concerned.forEach(instance -> timeline.add(instance, notice));
    }
}
