package dev.slipway.provisioning.reconcile;

import java.util.List;

/** Another instance already has an object of that kind and name. */
final class TakenObject extends RuntimeException {

    TakenObject(List<String> titles) {
        super(String.join(", ", titles));
    }
}
