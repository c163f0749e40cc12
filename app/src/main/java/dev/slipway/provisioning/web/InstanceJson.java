package dev.slipway.provisioning.web;

import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.OutputView;
import dev.slipway.provisioning.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance as programs see it. Money is in the installation's currency; secrets are not told. */
record InstanceJson(
        String id,
        String name,
        String team,
        String environment,
        String cluster,
        String namespace,
        String blueprint,
        String version,
        String state,
        Instant stateSince,
        String sentence,
        @Nullable ProblemJson problem,
        int revision,
        Map<String, Object> parameters,
        List<ShareJson> shares,
        BigDecimal hourly,
        BigDecimal soFar,
        List<OutputJson> outputs,
        String createdBy,
        Instant createdAt,
        @Nullable Instant readyAt,
        @Nullable Instant expires,
        @Nullable String request) {

    record ProblemJson(@Nullable String object, String cause, Instant since, String remedy) {

        static ProblemJson of(Problem problem) {
            return new ProblemJson(problem.object().orElse(null), problem.cause(), problem.since(), problem.remedy());
        }
    }

    record ShareJson(String name, String deviceModel, String profile, String sharing, long memoryBytes, long count) {

        static ShareJson of(InstanceView.Share share) {
            return new ShareJson(
                    share.name(),
                    share.deviceModel(),
                    share.profile(),
                    share.sharing().word(),
                    share.memoryBytes(),
                    share.count());
        }
    }

    record OutputJson(
            String name,
            String title,
            String kind,
            boolean secret,
            @Nullable String value) {

        static OutputJson of(OutputView output) {
            return new OutputJson(
                    output.name(),
                    output.title(),
                    output.kind(),
                    output.secret(),
                    output.value().orElse(null));
        }
    }

    static InstanceJson of(InstanceView view) {
        return new InstanceJson(
                view.id().toString(),
                view.name(),
                view.environment().team().value(),
                view.environment().name(),
                view.cluster().value(),
                view.namespace(),
                view.blueprint(),
                view.blueprintVersion(),
                view.state().word(),
                view.stateSince(),
                view.sentence(),
                view.problem().map(ProblemJson::of).orElse(null),
                view.revision(),
                view.parameters(),
                view.shares().stream().map(ShareJson::of).toList(),
                view.hourly().amount(),
                view.soFar().amount(),
                view.outputs().stream().map(OutputJson::of).toList(),
                view.createdBy().value(),
                view.createdAt(),
                view.readyAt().orElse(null),
                view.expires().orElse(null),
                view.request().map(request -> request.value().toString()).orElse(null));
    }
}
