package dev.slipway.provisioning.state;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a cluster's refusal means for people. */
public final class RefusalFindings {

    private static final Pattern POD_SECURITY =
            Pattern.compile("violates PodSecurity \"([^\"]+)\": (.*)", Pattern.DOTALL);
    private static final Pattern QUOTA =
            Pattern.compile("exceeded quota: [^,]+, requested: (\\S+?), used: (\\S+?), limited: (\\S+)");
    private static final Pattern WEBHOOK = Pattern.compile("admission webhook \"([^\"]+)\" denied the request:? ?(.*)");
    private static final Pattern MANAGER = Pattern.compile("conflicts? with \"([^\"]+)\"");

    private RefusalFindings() {}

    /** {@code title}: what was to be applied, as {@code Deployment search}. */
    public static Finding of(String title, Refusal refusal) {
        return switch (refusal.kind()) {
            case TRANSIENT ->
                Finding.stuck(
                        "The cluster does not answer: " + stop(refusal.message()),
                        "It is tried again by itself.",
                        Optional.empty());
            case CONFLICT ->
                Finding.last(
                        "%s is also managed by %s, which set other values.".formatted(title, manager(refusal)),
                        "Remove what the other manager set, or delete the object, then try again.",
                        Optional.empty());
            case OVER_QUOTA -> quota(title, refusal.message());
            case FORBIDDEN -> forbidden(title, refusal.message());
            case INVALID -> invalid(title, refusal);
            case MISSING ->
                Finding.stuck(
                        "%s cannot be created: %s".formatted(title, stop(refusal.message())),
                        "It is tried again by itself.",
                        Optional.empty());
        };
    }

    private static String manager(Refusal refusal) {
        var matcher = MANAGER.matcher(refusal.message());
        return matcher.find() ? matcher.group(1) : "somebody else";
    }

    private static Finding invalid(String title, Refusal refusal) {
        var what = refusal.fields().isEmpty() ? refusal.message() : String.join("; ", refusal.fields());
        return Finding.last(
                "The cluster refused %s as invalid: %s".formatted(title, stop(what)),
                "Change the parameter that leads to it, or tell the blueprint's owner.",
                Optional.empty());
    }

    static Finding quota(String title, String message) {
        var matcher = QUOTA.matcher(message);
        var figures = matcher.find()
                ? " It needs %s, %s is used of %s."
                        .formatted(amount(matcher.group(1)), amount(matcher.group(2)), amount(matcher.group(3)))
                : "";
        return Finding.stuck(
                "The namespace's quota has no room for %s.%s".formatted(title, figures),
                "It goes on as soon as something else in the environment is deleted.",
                Optional.empty());
    }

    private static String amount(String resourceAndQuantity) {
        var quantity = resourceAndQuantity.substring(resourceAndQuantity.indexOf('=') + 1);
        var resource = resourceAndQuantity.substring(0, Math.max(0, resourceAndQuantity.indexOf('=')));
        return quantity + " " + resource.replaceFirst("^requests\\.", "");
    }

    static Finding forbidden(String title, String message) {
        var security = POD_SECURITY.matcher(message);
        if (security.find()) {
            return Finding.last(
                    "The cluster's Pod Security rules (%s) refuse %s: %s"
                            .formatted(security.group(1), title, stop(security.group(2))),
                    "The blueprint has to be corrected; tell its owner.",
                    Optional.empty());
        }
        var webhook = WEBHOOK.matcher(message);
        if (webhook.find()) {
            return Finding.last(
                    "A rule of the cluster (%s) refused %s: %s"
                            .formatted(webhook.group(1), title, stop(webhook.group(2))),
                    "Change what the rule names, or ask whoever runs the cluster.",
                    Optional.empty());
        }
        return Finding.last(
                "Slipway may not create %s in this namespace: %s".formatted(title, stop(message)),
                "Ask a platform admin to look at Slipway's rights on the cluster.",
                Optional.empty());
    }

    static String stop(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() || stripped.endsWith(".") ? stripped : stripped + ".";
    }
}
