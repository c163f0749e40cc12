package dev.slipway.provisioning.guard;

import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.TeamId;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the guards are called. */
public final class GuardNames {

    public static final String QUOTA = "slipway-quota";
    public static final String LIMITS = "slipway-limits";
    public static final String DEFAULT_DENY = "slipway-default-deny";
    public static final String DNS = "slipway-dns";
    public static final String WEIGHTS = "slipway-weights";
    public static final String WORKLOADS = "slipway-workloads";
    public static final String APPLYING = "slipway-applying";
    public static final String TEAM = "slipway-team";

    private GuardNames() {}

    /** Whether a name could be that of a guard, or grow into it: {@code slipway}, {@code slipway-dns}. */
    public static boolean isReserved(String name) {
        return name.equals("slipway") || name.startsWith("slipway-");
    }

    /** The user that exists only by impersonation, as which the objects of the environment's instances are applied. */
    public static String applyingUser(EnvironmentId environment) {
        return "slipway:" + environment.team() + ":" + environment.name();
    }

    /** The group of a team's people, as the cluster's own sign-in has to name it. */
    public static String group(TeamId team) {
        return "slipway:" + team;
    }

    public static SortedMap<String, String> labels(EnvironmentId environment) {
        var labels = new TreeMap<String, String>();
        labels.put("app.kubernetes.io/managed-by", "slipway");
        labels.put("slipway.dev/team", environment.team().value());
        labels.put("slipway.dev/environment", environment.name());
        return labels;
    }
}
