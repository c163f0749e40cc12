package dev.slipway.provisioning;

/**
 * What a plan does to one object.
 *
 * @param detail what changes of it, in a few words; empty for what is created or deleted
 * @param yaml the object as it will be applied; empty for what is deleted
 */
public record PlannedObject(Action action, String apiVersion, String kind, String name, String detail, String yaml) {

    public enum Action {
        CREATE,
        CHANGE,
        KEEP,
        DELETE
    }
}
