package dev.slipway.kernel;

/** A team's short name, as it stands in namespaces and addresses: {@code claims}. */
public record TeamId(String value) implements Comparable<TeamId> {

    public TeamId {
        Names.require("team", value, 30);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
