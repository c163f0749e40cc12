package dev.slipway.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.schema.KubernetesSchemas;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@RequiresControlPlane
class SchemaSnapshotIT {

    @Test
    void theSnapshotIsWhatTheApiServerServes() throws IOException {
        try (var client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(ControlPlane.shared().kubeconfig()))
                .build()) {
            assertThat(client.getKubernetesVersion().getGitVersion().replaceFirst("\\+k3s\\d+$", ""))
                    .isEqualTo(KubernetesSchemas.builtIn().version());

            assertThat(Files.readString(Path.of("src/main/resources/blueprint/kubernetes.json")))
                    .isEqualTo(SchemaSnapshot.of(client));
        }
    }
}
