package dev.slipway.cluster.kubernetes;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the address and the credentials of a cluster come from. */
public sealed interface KubeconfigSource {

    /**
     * @param path of a kubeconfig, read again when its credentials no longer work
     * @param context null for the file's current one
     */
    record File(Path path, @Nullable String context) implements KubeconfigSource {}

    /**
     * @param text the kubeconfig itself
     * @param context null for its current one
     */
    record Text(String text, @Nullable String context) implements KubeconfigSource {

        @Override
        public String toString() {
            return "Text[context=" + context + "]"; // the text holds credentials
        }
    }

    /** The service account of the pod that this process runs in. */
    record InCluster() implements KubeconfigSource {}
}
