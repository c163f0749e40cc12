package dev.slipway.provisioning.intent;

import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an instance stands, for people.
 *
 * @param since when the state was entered
 * @param failures how often in a row a step went wrong that may go right the next time
 */
public record Status(
        InstanceState state,
        Instant since,
        String sentence,
        Optional<Problem> problem,
        int failures,
        Optional<Instant> nextTry) {

    Status become(InstanceState next, Instant now, String sentence, Optional<Problem> problem) {
        return new Status(next, now, sentence, problem, 0, Optional.empty());
    }

    Status saying(String sentence, Optional<Problem> problem) {
        return new Status(state, since, sentence, problem, 0, Optional.empty());
    }

    Status failing(String sentence, Optional<Problem> problem, Instant nextTry) {
        return new Status(state, since, sentence, problem, failures + 1, Optional.of(nextTry));
    }
}
