package dev.slipway.blueprint;

import java.util.Locale;

/**
 * A way that a blueprint opens; everything else is closed.
 *
 * @param resource id of the resource whose pods it is about
 * @param port 0 for any, which only the registry may have
 * @param peer who is at the other end
 * @param cidr the addresses, for {@link Peer#ADDRESSES}; empty otherwise
 */
public record NetworkRule(Direction direction, String resource, int port, String protocol, Peer peer, String cidr) {

    public enum Direction {
        INGRESS,
        EGRESS
    }

    /** Who is at the other end. */
    public enum Peer {
        /** Pods of this instance. */
        INSTANCE,
        /** Pods of the same environment. */
        ENVIRONMENT,
        /** Pods of all environments of the team. */
        TEAM,
        /** The cluster's gateway. */
        GATEWAY,
        /** What reads the metrics of workloads. */
        MONITORING,
        /** The house's registry. */
        REGISTRY,
        /** Addresses named by the author. */
        ADDRESSES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
