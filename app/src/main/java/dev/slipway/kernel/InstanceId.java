package dev.slipway.kernel;

import java.util.UUID;

/** Identifies an instance for good; its name may be taken again once it is deleted. */
public record InstanceId(UUID value) {

    public static InstanceId random() {
        return new InstanceId(UUID.randomUUID());
    }

    public static InstanceId of(String text) {
        return new InstanceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
