package dev.slipway.model;

import dev.slipway.blueprint.Facts;
import java.util.Locale;
import java.util.Map;

/**
 * A certified model.
 *
 * @param name as blueprints and forms have it: {@code llama-3.1-8b-instruct}
 * @param digest {@code sha256:…} of the artifact
 * @param reference where it lies in the house, without tag or digest
 * @param kind what it does
 * @param weightsBytes on disk, and in GPU memory
 * @param parameters how many
 * @param kvBytesPerToken of one sequence; 0 for an embedding model
 * @param contextLength the longest context, in tokens
 * @param quantisation {@code fp8}, {@code mxfp4}, {@code none}
 * @param dimensions of an embedding; 0 for a generator
 */
public record ModelView(
        String name,
        String title,
        String version,
        String digest,
        String reference,
        String licence,
        Kind kind,
        long weightsBytes,
        long parameters,
        long kvBytesPerToken,
        long contextLength,
        String quantisation,
        int dimensions,
        String description) {

    /** Names exactly these bytes: {@code registry/models/name@sha256:…}. */
    public String pinned() {
        return reference + "@" + digest;
    }

    public enum Kind {
        GENERATOR,
        EMBEDDING;

        /** As it stands in blueprints: {@code generator}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether a field of a blueprint takes it that asks for these ({@code x-filter}): {@code {kind: embedding}}. */
    public boolean matches(Map<String, Object> filter) {
        return kind.word().equals(filter.getOrDefault("kind", kind.word()))
                && quantisation.equals(filter.getOrDefault("quantisation", quantisation));
    }

    /** For the blueprint's expressions, as {@code models[name]}. */
    public Facts.Model facts() {
        return new Facts.Model(
                name,
                title,
                kind.word(),
                version,
                digest,
                reference,
                licence,
                weightsBytes,
                parameters,
                kvBytesPerToken,
                contextLength,
                quantisation);
    }
}
