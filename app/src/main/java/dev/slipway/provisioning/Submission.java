package dev.slipway.provisioning;

import dev.slipway.kernel.InstanceId;

/** The answer to a submitted form. */
public sealed interface Submission {

    /**
     * It is written down and goes on by itself. The same submission key gets the same answer.
     *
     * @param waitsForApproval whether somebody has to sign first
     */
    record Accepted(InstanceId instance, boolean waitsForApproval) implements Submission {}

    /** Nothing was written; the plan says what is wrong with which field. */
    record Refused(Plan plan) implements Submission {}
}
