package dev.slipway.provisioning;

import dev.slipway.approval.RequestId;
import dev.slipway.gpu.ShareStrip;
import dev.slipway.gpu.Sharing;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instance as it stands.
 *
 * @param sentence one sentence for people: where it stands, and what blocks it if something does
 * @param problem the same in parts, where something blocks
 * @param revision the current one, from which a change begins
 * @param hourly what it costs by the hour at present; zero when it does not run
 * @param soFar what it has cost
 * @param shares the GPU shares that it has
 * @param outputs without secret values
 * @param request the sign-off that it, or a change of it, waits for
 * @param nextTry when a step that failed is tried again
 */
public record InstanceView(
        InstanceId id,
        String name,
        EnvironmentId environment,
        EnvironmentKind kind,
        ClusterId cluster,
        String namespace,
        String blueprint,
        String blueprintTitle,
        String blueprintVersion,
        InstanceState state,
        Instant stateSince,
        String sentence,
        Optional<Problem> problem,
        int revision,
        Map<String, Object> parameters,
        List<Share> shares,
        Money hourly,
        Money soFar,
        List<OutputView> outputs,
        PersonId createdBy,
        String createdByName,
        Instant createdAt,
        Optional<Instant> readyAt,
        Optional<Instant> expires,
        Optional<RequestId> request,
        Optional<Instant> nextTry) {

    public Optional<OutputView> endpoint() {
        return outputs.stream()
                .filter(output -> output.kind().equals("openai") && !output.secret())
                .findFirst();
    }

    /**
     * A GPU share that the instance has, so many times.
     *
     * @param profile {@code 3g.40gb}, {@code whole}, {@code 1/4}
     * @param memorySlices columns that one takes when drawn, of {@code totalSlices}
     */
    public record Share(
            String name,
            String deviceModel,
            Sharing sharing,
            String profile,
            long memoryBytes,
            long count,
            int memorySlices,
            int computeSlices,
            int totalSlices) {

        public ShareStrip strip() {
            return ShareStrip.of(sharing, profile, totalSlices, memorySlices, computeSlices);
        }

        /** {@code 3g.40gb of an NVIDIA H100 80GB}. */
        public String words() {
            return "%s of an %s".formatted(profile, deviceModel);
        }
    }
}
