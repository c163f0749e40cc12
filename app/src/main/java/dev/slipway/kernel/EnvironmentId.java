package dev.slipway.kernel;

/**
 * An environment of a team.
 *
 * @param name unique within the team: {@code dev}
 */
public record EnvironmentId(TeamId team, String name) {

    public EnvironmentId {
        Names.require("environment", name, 20);
    }

    /** The namespace that belongs to it on each of its clusters: {@code claims-dev}. */
    public String namespace() {
        return team.value() + "-" + name;
    }

    @Override
    public String toString() {
        return team.value() + "/" + name;
    }
}
