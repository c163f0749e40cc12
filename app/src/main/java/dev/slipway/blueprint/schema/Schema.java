package dev.slipway.blueprint.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may stand at a place of a Kubernetes object. */
public sealed interface Schema {

    /** The first sentence of its documentation; empty text where there is none. */
    String description();

    /**
     * A text.
     *
     * @param choices the only ones that are allowed; empty where any is
     * @param format as OpenAPI calls it: {@code date-time}, {@code byte}; empty text for none
     */
    record Text(String description, List<String> choices, String format) implements Schema {
        public Text {
            choices = List.copyOf(choices);
        }
    }

    /** A whole number within bounds. */
    record Whole(String description, long least, long most) implements Schema {}

    /** A number that may have a fraction. */
    record Decimal(String description) implements Schema {}

    /** True or false. */
    record Truth(String description) implements Schema {}

    /** A whole number or a text, as a port by number or by name. */
    record WholeOrText(String description) implements Schema {}

    /** An amount: {@code 500m}, {@code 4Gi}, or a number. */
    record Amount(String description) implements Schema {}

    /**
     * A list.
     *
     * @param keys the fields by which items of a {@link Uniqueness#BY_KEYS} list differ
     */
    record Items(String description, Schema item, Uniqueness uniqueness, List<String> keys) implements Schema {
        public Items {
            keys = List.copyOf(keys);
        }
    }

    /** What must not stand twice in a list. */
    enum Uniqueness {
        NONE,
        WHOLE_ITEMS,
        BY_KEYS
    }

    /** A mapping whose keys are the author's, as labels. */
    record Entries(String description, Schema value) implements Schema {}

    /**
     * A mapping with fields of its own.
     *
     * @param name of the definition: {@code io.k8s.api.core.v1.PodSpec}; unique among schemas
     * @param required fields that must be there
     * @param defaulted fields that the API server fills in
     * @param open whether fields that are not named here are kept as well
     */
    record Fields(
            String name,
            String description,
            Map<String, Schema> fields,
            Set<String> required,
            Set<String> defaulted,
            boolean open)
            implements Schema {

        public Optional<Schema> field(String field) {
            return Optional.ofNullable(fields.get(field));
        }

        /** The name without what stands before its last dot: {@code PodSpec}. */
        public String shortName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    /** Anything at all. */
    record Anything(String description) implements Schema {}
}
