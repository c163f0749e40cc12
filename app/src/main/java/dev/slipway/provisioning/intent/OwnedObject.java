package dev.slipway.provisioning.intent;

import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.ObjectView.Condition;
import java.time.Instant;
import java.util.Optional;

/**
 * An object of an instance, written down before it is made.
 *
 * @param resource its id in the blueprint, or the name of the secret
 * @param revision the last one that has it
 * @param position within the revision
 * @param hash of what was applied
 * @param liveHash of what the cluster made of it, without its status
 */
public record OwnedObject(
        InstanceId instance,
        Role role,
        String resource,
        int revision,
        int wave,
        int position,
        ClusterId cluster,
        ObjectKey key,
        Optional<String> uid,
        Optional<String> hash,
        Optional<String> liveHash,
        Condition condition,
        String detail,
        Optional<Instant> appliedAt,
        boolean retain) {

    public enum Role {
        RESOURCE,
        SECRET
    }

    public static OwnedObject planned(
            InstanceId instance,
            Role role,
            String resource,
            int revision,
            int wave,
            int position,
            ClusterId cluster,
            ObjectKey key,
            boolean retain) {
        return new OwnedObject(
                instance,
                role,
                resource,
                revision,
                wave,
                position,
                cluster,
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Condition.WAITING,
                "",
                Optional.empty(),
                retain);
    }

    public OwnedObject applied(String newUid, String newHash, String newLiveHash, Instant at) {
        return new OwnedObject(
                instance,
                role,
                resource,
                revision,
                wave,
                position,
                cluster,
                key,
                Optional.of(newUid),
                Optional.of(newHash),
                Optional.of(newLiveHash),
                condition,
                detail,
                Optional.of(at),
                retain);
    }

    public OwnedObject seen(Condition newCondition, String newDetail) {
        return new OwnedObject(
                instance,
                role,
                resource,
                revision,
                wave,
                position,
                cluster,
                key,
                uid,
                hash,
                liveHash,
                newCondition,
                newDetail,
                appliedAt,
                retain);
    }

    /** Kubernetes' own notion of the same kind: versions of a group are the same objects. */
    public static String group(String apiVersion) {
        var slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    public String title() {
        return key.kind() + " " + key.name();
    }
}
