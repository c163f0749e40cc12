package dev.slipway.provisioning.intent;

import dev.slipway.cluster.Manifest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells whether something is still the same. */
public final class Hashes {

    private static final Set<String> VOLATILE = Set.of(
            "resourceVersion",
            "generation",
            "managedFields",
            "uid",
            "creationTimestamp",
            "selfLink",
            "deletionTimestamp");

    private Hashes() {}

    public static String of(Map<String, Object> content) {
        return sha256(Json.write(content));
    }

    public static String of(List<Manifest> manifests) {
        return sha256(Json.write(manifests.stream().map(Manifest::content).toList()));
    }

    /** Of what somebody means an object to be: without its status and what the API server counts. */
    public static String ofIntent(Manifest live) {
        var content = new TreeMap<>(live.content());
        content.remove("status");
        var metadata = new TreeMap<>(live.metadata());
        metadata.keySet().removeAll(VOLATILE);
        content.put("metadata", metadata);
        return of(content);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
