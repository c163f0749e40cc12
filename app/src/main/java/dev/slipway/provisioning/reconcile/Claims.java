package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.DeletionPolicy;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.OwnedObject.Role;
import dev.slipway.provisioning.intent.Revision;
import java.util.ArrayList;
import java.util.List;

/** Which objects a revision is going to have, to be written down before they are made. */
public final class Claims {

    private Claims() {}

    /** What waits for live data may not have its name yet, and is claimed when it has. */
    public static List<OwnedObject> of(Origin origin, Revision revision, List<RenderedResource> resources) {
        var claims = new ArrayList<OwnedObject>();
        revision.secrets()
                .forEach(need -> claims.add(OwnedObject.planned(
                        origin.id(),
                        Role.SECRET,
                        need.name(),
                        revision.number(),
                        -1,
                        claims.size(),
                        origin.cluster(),
                        GeneratedSecrets.key(origin.namespace(), need),
                        false)));
        resources.stream()
                .filter(resource -> !resource.isWaiting())
                .forEach(resource -> claims.add(of(origin, revision, resource, claims.size())));
        return claims;
    }

    private static OwnedObject of(Origin origin, Revision revision, RenderedResource resource, int position) {
        return OwnedObject.planned(
                origin.id(),
                Role.RESOURCE,
                resource.id(),
                revision.number(),
                resource.wave(),
                position,
                origin.cluster(),
                key(origin, resource),
                resource.deletionPolicy() == DeletionPolicy.RETAIN);
    }

    static ObjectKey key(Origin origin, RenderedResource resource) {
        var key = new Manifest(resource.manifest()).key();
        return new ObjectKey(key.apiVersion(), key.kind(), origin.namespace(), key.name());
    }
}
