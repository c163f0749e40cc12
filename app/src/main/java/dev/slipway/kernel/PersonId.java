package dev.slipway.kernel;

/** A person's sign-in name: {@code mira.okafor}. */
public record PersonId(String value) implements Comparable<PersonId> {

    public PersonId {
        Names.require("person", value, 80);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
