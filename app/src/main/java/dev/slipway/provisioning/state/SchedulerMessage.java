package dev.slipway.provisioning.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the scheduler means by {@code 0/3 nodes are available: 3 Insufficient nvidia.com/gpu.} */
final class SchedulerMessage {

    private static final Pattern NODES = Pattern.compile("^\\d+/(\\d+) nodes are available: (.*)$", Pattern.DOTALL);
    private static final Pattern INSUFFICIENT = Pattern.compile("(\\d+) Insufficient ([\\w./-]+?)[.,]?(?=\\s|$)");
    private static final Pattern TAINT =
            Pattern.compile("(\\d+) node\\(s\\) had untolerated taint\\(?s?\\)? ?\\{([^}]*)}");
    private static final Pattern AFFINITY = Pattern.compile("(\\d+) node\\(s\\) didn't match Pod's node affinity");

    private SchedulerMessage() {}

    static Finding of(String pod, String message, Optional<java.time.Instant> since) {
        var matcher = NODES.matcher(message.strip());
        if (!matcher.find()) {
            return Finding.stuck(
                    "No node takes %s: %s".formatted(pod, RefusalFindings.stop(message)),
                    "It starts as soon as a node fits.",
                    since);
        }
        var details = matcher.group(2);
        var preemption = details.indexOf("preemption:");
        details = preemption < 0 ? details : details.substring(0, preemption);
        var reasons = reasons(details, matcher.group(1));
        return Finding.stuck(
                "No node has room for %s: %s.".formatted(pod, String.join(", ", reasons)), remedy(details), since);
    }

    private static List<String> reasons(String details, String nodes) {
        var reasons = new ArrayList<String>();
        var insufficient = INSUFFICIENT.matcher(details);
        while (insufficient.find()) {
            reasons.add(
                    "%s of %s nodes have no free %s".formatted(insufficient.group(1), nodes, insufficient.group(2)));
        }
        var taint = TAINT.matcher(details);
        while (taint.find()) {
            reasons.add("%s keep others away (%s)"
                    .formatted(taint.group(1), taint.group(2).strip().replaceFirst(": $|:$", "")));
        }
        var elsewhere = AFFINITY.matcher(details);
        if (elsewhere.find()) {
            reasons.add(
                    elsewhere.group(1).equals(nodes)
                            ? "no node carries the labels that the share asks for"
                            : "%s do not carry the labels that the share asks for".formatted(elsewhere.group(1)));
        }
        phrase(reasons, details, "were unschedulable", "nodes are closed for maintenance");
        phrase(reasons, details, "Too many pods", "nodes hold as many pods as they may");
        phrase(reasons, details, "unbound immediate PersistentVolumeClaims", "its volume does not exist yet");
        phrase(reasons, details, "volume node affinity conflict", "its volume lies on another node");
        if (reasons.isEmpty()) {
            reasons.add(details.strip().replaceFirst("[.\\s]+$", ""));
        }
        return reasons;
    }

    private static void phrase(List<String> reasons, String details, String said, String meant) {
        if (details.contains(said)) {
            reasons.add(meant);
        }
    }

    private static String remedy(String details) {
        if (details.contains("Insufficient nvidia.com/") || details.contains("Insufficient amd.com/")) {
            return "It starts as soon as a share is given back; a smaller share or another cluster may be free now.";
        }
        if (details.contains("node affinity") || details.contains("untolerated taint")) {
            return "Choose another share or cluster, or ask a platform admin about the nodes.";
        }
        return "It starts as soon as there is room.";
    }
}
