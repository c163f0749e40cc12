package dev.slipway.provisioning.state;

import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.Problem;
import java.util.Optional;

/** Where an instance stands, in one sentence, and what blocks it if something does. */
public record Assessment(InstanceState state, String sentence, Optional<Problem> problem) {}
