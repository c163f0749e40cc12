package dev.slipway.provisioning.submit;

import java.util.List;

/** Another instance in the namespace has objects of the same kind and name. */
final class TakenObjects extends RuntimeException {

    private TakenObjects(List<String> titles) {
        super(String.join(", ", titles));
    }

    static void check(List<String> titles) {
        if (!titles.isEmpty()) {
            throw new TakenObjects(titles);
        }
    }

    String sentence() {
        return "Another instance in this environment already has %s. Choose another name.".formatted(getMessage());
    }
}
