package dev.slipway.testbed;

/** A Kubernetes API server with GPU nodes and an OCI registry, started once for the JVM and gone with it. */
public sealed interface ControlPlane permits BuiltControlPlane, K3sControlPlane {

    /** An administrator's kubeconfig, as YAML. */
    String kubeconfig();

    /** Host and port of the registry, which speaks plain HTTP. */
    String registry();

    /**
     * The one of this JVM, started by the first call: the test bed of this repository, or k3s in a container where the test bed
     * cannot run and Docker is there.
     */
    static ControlPlane shared() {
        return SharedControlPlane.get();
    }

    /** Why there can be none on this machine, or nothing when there can. */
    static String missing() {
        var notBuilt = BuiltControlPlane.missing();
        if (notBuilt.isEmpty() || K3sControlPlane.missing().isEmpty()) {
            return "";
        }
        return "no Kubernetes API server: " + notBuilt + "; " + K3sControlPlane.missing();
    }
}
