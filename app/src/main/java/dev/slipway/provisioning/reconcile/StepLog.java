package dev.slipway.provisioning.reconcile;

import dev.slipway.provisioning.intent.Happening;
import dev.slipway.provisioning.intent.Steps;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the steps on the way to readiness, each with its time. A revision that was ready takes no more steps. */
@Component
class StepLog {

    private final Steps steps;

    StepLog(Steps steps) {
        this.steps = steps;
    }

    Run begin(Pass pass) {
        var finished = new HashSet<String>();
        if (!pass.instance().isSettled()) {
            steps.of(pass.origin().id(), pass.revision().number()).stream()
                    .filter(step -> step.finished().isPresent())
                    .forEach(step -> finished.add(step.key()));
        }
        return new Run(pass, finished);
    }

    /** The steps of one pass. */
    final class Run {

        private final Pass pass;
        private final Set<String> finished;

        private Run(Pass pass, Set<String> finished) {
            this.pass = pass;
            this.finished = finished;
        }

        void at(String key, String detail) {
            if (!pass.instance().isSettled() && !finished.contains(key)) {
                steps.begin(pass.origin().id(), pass.revision().number(), key, detail, pass.now());
            }
        }

        void done(String key, String detail, String told, java.time.Instant now) {
            if (!pass.instance().isSettled() && finished.add(key)) {
                steps.finish(pass.origin().id(), pass.revision().number(), key, detail, now)
                        .ifPresent(took -> pass.tell(Happening.step(now, told, took)));
            }
        }
    }
}
