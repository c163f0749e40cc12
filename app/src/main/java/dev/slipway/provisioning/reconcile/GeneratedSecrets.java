package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.Needs.Generator;
import dev.slipway.blueprint.Needs.SecretNeed;
import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.provisioning.ObjectView.Condition;
import dev.slipway.provisioning.intent.OwnedObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Makes secrets once. Their values exist on the cluster only: they are made here, sent, and forgotten. An immutable Secret
 * keeps its values even if two replicas should make it at the same moment.
 */
@Component
class GeneratedSecrets {

    private final SecureRandom random = new SecureRandom();

    OwnedObject ensure(Pass pass, SecretNeed need, OwnedObject owned) {
        var there = pass.cluster().get(owned.key());
        if (there.isPresent()) {
            return known(pass, owned, there.get());
        }
        if (owned.uid().isPresent()) {
            pass.tell("%s was gone; a new one has other values.".formatted(owned.title()));
        }
        return known(pass, owned, create(pass, need, owned.key()));
    }

    private Manifest create(Pass pass, SecretNeed need, ObjectKey key) {
        try {
            return pass.cluster()
                    .apply(manifest(pass, need, key), ApplyOptions.OWN)
                    .object();
        } catch (ClusterException.Invalid raced) {
            return pass.cluster().get(key).orElseThrow(() -> raced);
        }
    }

    private static OwnedObject known(Pass pass, OwnedObject owned, Manifest live) {
        return owned.applied(
                        String.valueOf(live.uid()),
                        "generated",
                        "generated",
                        owned.appliedAt().orElse(pass.now()))
                .seen(Condition.READY, "made once, kept on the cluster only");
    }

    private Manifest manifest(Pass pass, SecretNeed need, ObjectKey key) {
        var data = new TreeMap<String, Object>();
        need.keys().forEach((name, generator) -> data.put(name, encode(value(generator))));
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "type",
                "Opaque",
                "immutable",
                true,
                "metadata",
                Map.of(
                        "name",
                        key.name(),
                        "namespace",
                        pass.origin().namespace(),
                        "labels",
                        pass.facts().metadata().labels()),
                "data",
                data));
    }

    private String value(Generator generator) {
        var bytes = new byte[generator.bytes()];
        random.nextBytes(bytes);
        return switch (generator.encoding()) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            default -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    private static String encode(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    /** What a revision's secret is called on the cluster. */
    static ObjectKey key(String namespace, SecretNeed need) {
        return new ObjectKey("v1", "Secret", namespace, need.secretName());
    }
}
