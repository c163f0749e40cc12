package dev.slipway.provisioning;

import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One accepted change of an instance; never altered.
 *
 * @param number from 1
 * @param summary what is different from the one before: {@code Replicas 1 → 2}
 * @param readyAfter how long it took from the go-ahead
 */
public record RevisionView(
        int number,
        String blueprintVersion,
        Map<String, Object> parameters,
        String summary,
        String planHash,
        Money hourly,
        PersonId by,
        Instant at,
        boolean current,
        boolean waitsForApproval,
        Optional<java.time.Duration> readyAfter) {}
