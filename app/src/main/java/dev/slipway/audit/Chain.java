package dev.slipway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an entry's hash is worked out: over the hash before and each field with its length. The same is written in SQL where
 * entries are made, so a change to either must fail a test.
 */
final class Chain {

    /** What the first entry follows. */
    static final String START = hash("slipway");

    private Chain() {}

    static String hash(String previous, RecordedEntry recorded) {
        var entry = recorded.entry();
        var at = recorded.at();
        var text = new StringBuilder(previous);
        field(text, Long.toString(recorded.number()));
        field(text, Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000));
        field(text, entry.actor().map(Object::toString).orElse(null));
        field(text, entry.action());
        field(text, entry.subjectKind());
        field(text, entry.subject());
        field(text, entry.team().map(Object::toString).orElse(null));
        field(text, entry.summary());
        entry.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8))))
                .forEach(detail -> {
                    field(text, detail.getKey());
                    field(text, detail.getValue());
                });
        return hash(text.toString());
    }

    private static void field(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.getBytes(UTF_8).length).append(':').append(value);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
