package dev.slipway.model;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the model room.
 *
 * @param registry host and port of the OCI registry in the house, as clusters reach it
 * @param examples fill an empty registry with well-known models, whose digests are made up: for trying out and tests
 * @param cache of weights, one volume in each namespace
 */
@Validated
@ConfigurationProperties("slipway.model")
record ModelSettings(
        @DefaultValue("registry.slipway.internal") String registry,
        @DefaultValue("false") boolean examples,
        @DefaultValue Cache cache) {

    ModelSettings {
        if (registry.isBlank() || registry.contains("/") || registry.contains("@")) {
            throw new IllegalArgumentException("slipway.model.registry is host and port, nothing more: " + registry);
        }
    }

    /**
     * @param size of the volume
     * @param accessMode of the volume; several nodes mount it at once, so anything but ReadWriteMany fits only clusters where
     *     all pods of a namespace run on one node
     * @param storageClass of the volume; the cluster's default one otherwise
     * @param fetcher image with oras and a shell
     * @param fetchRate bytes per second to reckon with while the fetcher has not told any
     */
    record Cache(
            @DefaultValue("200GB") DataSize size,
            @DefaultValue("ReadWriteMany") String accessMode,
            Optional<String> storageClass,

            @DefaultValue("ghcr.io/oras-project/oras:v1.3.0")
            String fetcher,

            @DefaultValue("200MB") DataSize fetchRate) {}
}
