package dev.slipway.provisioning;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;

/** The topics under which changes of instances are told to browsers. */
public final class InstanceTopics {

    private InstanceTopics() {}

    public static String of(InstanceId instance) {
        return "instance:" + instance;
    }

    /** Any instance of the team. */
    public static String of(TeamId team) {
        return "instances:" + team;
    }
}
