package dev.slipway.blueprint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a blueprint says of itself.
 *
 * @param version semantic version
 * @param category one of inference, rag, finetune, assistant, ci, notebook, batch, other
 * @param owner the team that keeps it
 * @param requires what a cluster must offer to be a target
 */
public record Descriptor(
        String name,
        String version,
        String title,
        String summary,
        String category,
        List<String> tags,
        String owner,
        Support support,
        Requirements requires) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,38}[a-z0-9]");

    /** Whether a blueprint can be called that. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** How far the owner stands behind it; empty text where nothing is said. */
    public record Support(String level, String contact, String runbook) {}

    /**
     * What a cluster must offer.
     *
     * @param apis served kinds: {@code apps/v1/Deployment}
     * @param features for example {@code gpu}
     */
    public record Requirements(Set<String> apis, Set<String> features) {}
}
