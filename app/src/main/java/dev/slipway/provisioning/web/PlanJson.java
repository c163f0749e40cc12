package dev.slipway.provisioning.web;

import dev.slipway.blueprint.FieldError;
import dev.slipway.kernel.Amounts;
import dev.slipway.provisioning.Plan;
import dev.slipway.provisioning.Verdict;
import dev.slipway.team.Holding;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A plan as programs see it.
 *
 * @param errors by field
 * @param hourly what is held and charged
 * @param leastHourly what would do while there is least to do; the same where nothing comes and goes
 * @param verdict {@code automatic}, {@code needs-approval} or {@code not-possible}
 */
record PlanJson(
        String blueprint,
        String version,
        @Nullable String cluster,
        Map<String, Object> parameters,
        Map<String, String> errors,
        List<ShareJson> shares,
        @Nullable BigDecimal hourly,
        @Nullable BigDecimal leastHourly,
        @Nullable BigDecimal monthly,
        HoldingJson holds,
        HoldingJson missing,
        List<ObjectJson> objects,
        @Nullable Long readyInSeconds,
        String verdict,
        List<String> reasons,
        String hash) {

    record ShareJson(
            String name,
            long memoryBytes,
            long count,
            @Nullable String chosen) {}

    record ObjectJson(String action, String apiVersion, String kind, String name) {}

    record HoldingJson(
            long cpuMillis,
            long memoryBytes,
            long storageBytes,
            long pods,
            Map<String, String> gpuSlices,
            BigDecimal monthly) {

        static HoldingJson of(Holding holding) {
            Amounts amounts = holding.amounts();
            var slices = new LinkedHashMap<String, String>();
            amounts.gpu().forEach((model, held) -> slices.put(model, held.toString()));
            return new HoldingJson(
                    amounts.cpuMillis(),
                    amounts.memoryBytes(),
                    amounts.storageBytes(),
                    amounts.pods(),
                    slices,
                    holding.monthly().amount());
        }
    }

    static PlanJson of(Plan plan) {
        return new PlanJson(
                plan.blueprint().name(),
                plan.blueprint().version(),
                plan.placement().cluster().map(Object::toString).orElse(null),
                plan.parameters(),
                errors(plan),
                plan.shares().stream()
                        .map(share -> new ShareJson(
                                share.name(),
                                share.memoryBytes(),
                                share.count(),
                                share.chosen().map(option -> option.key()).orElse(null)))
                        .toList(),
                plan.price().map(price -> price.most().hourly().amount()).orElse(null),
                plan.price().map(price -> price.leastHourly().amount()).orElse(null),
                plan.price().map(price -> price.most().monthly().amount()).orElse(null),
                HoldingJson.of(plan.holds()),
                HoldingJson.of(plan.missing()),
                plan.objects().stream()
                        .map(object -> new ObjectJson(
                                object.action().name().toLowerCase(java.util.Locale.ROOT),
                                object.apiVersion(),
                                object.kind(),
                                object.name()))
                        .toList(),
                plan.ready().map(ready -> ready.time().toSeconds()).orElse(null),
                word(plan.verdict()),
                reasons(plan.verdict()),
                plan.hash());
    }

    /** What is wrong with a plan that was submitted. */
    static ResponseEntity<Object> refusal(Plan plan) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", reasons(plan.verdict())));
        problem.setType(URI.create("urn:slipway:problem:plan-not-possible"));
        problem.setTitle("This cannot be done like this");
        problem.setProperty("code", "plan-not-possible");
        problem.setProperty("errors", errors(plan));
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, String> errors(Plan plan) {
        var errors = new LinkedHashMap<String, String>();
        for (FieldError error : plan.errors()) {
            errors.putIfAbsent(error.path(), error.message());
        }
        return errors;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Automatic ignored -> "automatic";
            case Verdict.NeedsApproval ignored -> "needs-approval";
            case Verdict.NotPossible ignored -> "not-possible";
        };
    }

    private static List<String> reasons(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Automatic automatic -> List.of(automatic.reason());
            case Verdict.NeedsApproval needs -> List.of(needs.reason());
            case Verdict.NotPossible not -> not.reasons();
        };
    }
}
