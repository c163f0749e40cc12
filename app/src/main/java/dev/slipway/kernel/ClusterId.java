package dev.slipway.kernel;

/** A cluster's short name: {@code ham-1}. */
public record ClusterId(String value) implements Comparable<ClusterId> {

    public ClusterId {
        Names.require("cluster", value, 40);
    }

    @Override
    public int compareTo(ClusterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
