package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.Conflict;
import dev.slipway.cluster.ClusterException.Forbidden;
import dev.slipway.cluster.ClusterException.Invalid;
import dev.slipway.cluster.ClusterException.Missing;
import dev.slipway.cluster.ClusterException.NotStarted;
import dev.slipway.cluster.ClusterException.Transient;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one place where an API server's refusal becomes an exception, sorted by what can be done about it. */
final class Refusals {

    private static final Pattern DENIED =
            Pattern.compile("ValidatingAdmissionPolicy '.*denied request|admission webhook \".*denied the request");
    private static final Pattern NOT_OF_THE_SCHEMA = Pattern.compile(
            "failed to create typed patch object|unable to convert unstructured object|strict decoding");
    private static final Pattern CONTAINER_NOT_YET =
            Pattern.compile("container .* is waiting to start|previous terminated container .* not found");
    private static final Pattern PASSING_QUOTA =
            Pattern.compile("status unknown for quota|resourcequotas? \".*Conflict");

    private static final Pattern ANOTHER_OBJECT = Pattern.compile("[Pp]recondition|uid mismatch");

    private Refusals() {}

    static ClusterException exception(Answer answer) {
        var status = status(answer);
        var message = message(status, answer);
        return switch (answer.code()) {
            case 400, 413, 415, 422 -> invalid(status, message);
            case 401 -> new Transient("the API server does not accept the credentials of this connection");
            case 403 -> forbidden(status, message);
            case 404 -> new Missing(message);
            case 409 -> conflict(status, message);
            case 500 -> NOT_OF_THE_SCHEMA.matcher(message).find() ? invalid(status, message) : new Transient(message);
            default ->
                answer.code() >= 400 && answer.code() < 429 && answer.code() != 408
                        ? invalid(status, message)
                        : new Transient(message);
        };
    }

    private static ClusterException invalid(Map<String, Object> status, String message) {
        if (DENIED.matcher(message).find()) {
            return new Forbidden(message, false);
        }
        if (CONTAINER_NOT_YET.matcher(message).find()) {
            return new NotStarted(message);
        }
        if (causes(status).stream().anyMatch(cause -> Json.text(cause, "field").equals("metadata.uid"))) {
            return new Conflict(message); // another of that name by now
        }
        return new Invalid(firstLine(message), FieldProblems.of(status, message));
    }

    private static ClusterException forbidden(Map<String, Object> status, String message) {
        if (hasCause(status, "NamespaceTerminating")
                || PASSING_QUOTA.matcher(message).find()) {
            return new Transient(message);
        }
        return new Forbidden(message, message.contains("exceeded quota"));
    }

    /** Only another manager's field is a conflict; a write that came in between passes when it is tried again. */
    private static ClusterException conflict(Map<String, Object> status, String message) {
        var owned = causes(status).stream()
                .filter(cause -> Json.text(cause, "reason").equals("FieldManagerConflict"))
                .toList();
        if (!owned.isEmpty()) {
            return new Conflict("Apply failed with %d conflict%s: %s"
                    .formatted(owned.size(), owned.size() == 1 ? "" : "s", owners(owned)));
        }
        return ANOTHER_OBJECT.matcher(message).find() ? new Conflict(message) : new Transient(message);
    }

    private static String owners(List<Map<String, Object>> owned) {
        return owned.stream()
                .map(cause -> "%s: %s".formatted(Json.text(cause, "message"), Json.text(cause, "field")))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean hasCause(Map<String, Object> status, String reason) {
        return causes(status).stream()
                .anyMatch(cause -> Json.text(cause, "reason").equals(reason));
    }

    static List<Map<String, Object>> causes(Map<String, Object> status) {
        return Json.children(status, "details", "causes");
    }

    static String field(Map<String, Object> cause) {
        return FieldProblems.path(Json.text(cause, "field"));
    }

    private static Map<String, Object> status(Answer answer) {
        try {
            return answer.object();
        } catch (Transient notJson) {
            return Map.of(); // proxies and aggregated servers answer in plain text
        }
    }

    private static String message(Map<String, Object> status, Answer answer) {
        var message = Json.text(status, "message");
        if (message.isBlank()) {
            var text = answer.body().strip();
            message = text.isEmpty() || text.length() > 200 ? "the API server answered " + answer.code() : text;
        }
        return message;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
