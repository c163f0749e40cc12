package dev.slipway.model;

import dev.slipway.model.WeightsState.Failed;
import dev.slipway.model.WeightsState.Warm;
import dev.slipway.model.WeightsState.Warming;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a Job and its log how far the weights are. Pure. */
final class WeightsProgress {

    private static final Pattern TOLD = Pattern.compile("fetched (\\d{1,18}) of (\\d{1,18}) bytes");
    private static final int MOST_ESTIMATED_PERCENT = 95;

    private final long totalBytes;
    private final long bytesPerSecond;

    WeightsProgress(long totalBytes, long bytesPerSecond) {
        this.totalBytes = totalBytes;
        this.bytesPerSecond = bytesPerSecond;
    }

    /**
     * @param job as it is on the cluster
     * @param log of its newest pod, oldest line first
     */
    WeightsState read(Map<String, Object> job, List<String> log, Instant now) {
        var status = map(job.get("status"));
        if (number(status.get("succeeded")) > 0 || condition(status, "Complete").isPresent()) {
            return new Warm();
        }
        return condition(status, "Failed")
                .<WeightsState>map(failed -> new Failed(failure(failed, log)))
                .orElseGet(() -> warming(status, log, now));
    }

    private WeightsState warming(Map<String, Object> status, List<String> log, Instant now) {
        return log.reversed().stream()
                .map(TOLD::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(told -> new Warming(Math.min(Long.parseLong(told.group(1)), totalBytes), totalBytes, false))
                .orElseGet(() -> estimate(status, now));
    }

    private Warming estimate(Map<String, Object> status, Instant now) {
        var seconds = started(status)
                .map(start -> Math.max(0, Duration.between(start, now).toSeconds()))
                .orElse(0L);
        var most = totalBytes / 100 * MOST_ESTIMATED_PERCENT;
        var done = seconds > most / bytesPerSecond ? most : seconds * bytesPerSecond;
        return new Warming(done, totalBytes, true);
    }

    private static Optional<Instant> started(Map<String, Object> status) {
        try {
            return Optional.ofNullable(status.get("startTime")).map(time -> Instant.parse(time.toString()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String failure(Map<String, Object> condition, List<String> log) {
        var said = log.reversed().stream()
                .filter(line -> !line.isBlank() && !TOLD.matcher(line).find())
                .findFirst();
        return said.orElseGet(() -> String.valueOf(condition.getOrDefault("message", "The fetching Job gave up.")));
    }

    private static Optional<Map<String, Object>> condition(Map<String, Object> status, String type) {
        return status.get("conditions") instanceof List<?> conditions
                ? conditions.stream()
                        .map(WeightsProgress::map)
                        .filter(condition -> type.equals(condition.get("type")))
                        .filter(condition -> "True".equals(String.valueOf(condition.get("status"))))
                        .findFirst()
                : Optional.empty();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
