package dev.slipway.provisioning.guard;

/** The namespace is just being taken away, after its last instance; it is made anew when it has gone. */
public final class NamespaceEnding extends RuntimeException {
    NamespaceEnding() {
        super("the namespace is being taken away");
    }
}
