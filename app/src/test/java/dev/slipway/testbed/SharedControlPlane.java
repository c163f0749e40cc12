package dev.slipway.testbed;

import org.jspecify.annotations.Nullable;

final class SharedControlPlane {

    private static @Nullable ControlPlane instance;

    static synchronized ControlPlane get() {
        if (instance == null) {
            instance = start();
        }
        return instance;
    }

    private static ControlPlane start() {
        if (BuiltControlPlane.missing().isEmpty()) {
            return BuiltControlPlane.start();
        }
        if (K3sControlPlane.missing().isEmpty()) {
            return K3sControlPlane.start();
        }
        throw new IllegalStateException(ControlPlane.missing());
    }

    private SharedControlPlane() {}
}
