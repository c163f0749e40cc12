package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Output;
import dev.slipway.provisioning.OutputView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an instance offers, as far as it is known by now. */
final class Outputs {

    private Outputs() {}

    static List<OutputView> of(Pass pass, Map<String, Object> live) {
        try {
            return pass
                    .blueprint()
                    .outputs(pass.revision().parameters(), pass.facts().withLive(live))
                    .stream()
                    .map(Outputs::view)
                    .toList();
        } catch (EvaluationException unclear) {
            pass.tell("The outputs cannot be told: " + unclear.getMessage());
            return pass.instance().outputs();
        }
    }

    private static OutputView view(Output output) {
        var secret = output.secret() != null;
        return new OutputView(
                output.name(),
                output.title(),
                output.kind(),
                secret,
                secret ? Optional.empty() : Optional.ofNullable(output.value()).map(String::valueOf));
    }
}
