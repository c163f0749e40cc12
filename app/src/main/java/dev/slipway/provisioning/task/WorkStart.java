package dev.slipway.provisioning.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.startup.AbstractSchedulerStarter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Durable work goes on once everything that is read in at the start is there, the catalog first of all. Pages are served before
 * that, so whoever waits for one does not also wait for work that nobody looks at yet.
 */
@Component
class WorkStart extends AbstractSchedulerStarter {

    WorkStart(Scheduler scheduler) {
        super(scheduler);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        doStart();
    }
}
