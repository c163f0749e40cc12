package dev.slipway.provisioning.web;

import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.OutputView;
import dev.slipway.shell.ui.Tab;
import dev.slipway.team.TeamView;
import java.util.List;
import java.util.Optional;

/**
 * What every page of an instance shows.
 *
 * @param mayWork whether the reader may change it
 * @param tab the present one: {@code overview}
 * @param ending when its version is on its way out
 */
record InstancePage(InstanceView instance, TeamView team, boolean mayWork, String tab, Optional<EndingVersion> ending) {

    private static final List<String> TABS = List.of("overview", "objects", "events", "logs", "revisions");

    public String path() {
        return "/instances/" + instance.id();
    }

    public List<Tab> tabs() {
        return TABS.stream()
                .map(each -> new Tab(Words.title(each), path(each), null, each.equals(tab)))
                .toList();
    }

    private String path(String each) {
        return each.equals("overview") ? path() : path() + "/" + each;
    }

    public boolean mayChange() {
        return mayWork
                && switch (instance.state()) {
                    case READY, DEGRADED, FAILED, COMPLETED, PAUSED -> true;
                    case REQUESTED, DECLINED, WITHDRAWN, QUEUED, PROVISIONING, UPDATING, DELETING, DELETED -> false;
                };
    }

    public boolean mayDelete() {
        return mayWork && instance.state().isLive() && instance.state() != InstanceState.DELETING;
    }

    public boolean mayWithdraw() {
        return mayWork && instance.request().isPresent() && !instance.state().isFinal();
    }

    public boolean mayRetry() {
        return mayWork && instance.state() == InstanceState.FAILED;
    }

    public Optional<OutputView> endpoint() {
        return instance.endpoint();
    }

    /** Outputs other than the endpoint, which has a place of its own. */
    public List<OutputView> outputs() {
        return instance.outputs().stream()
                .filter(output -> !instance.endpoint().equals(Optional.of(output)))
                .toList();
    }

    /** Whether it can be talked to at present. */
    public boolean answers() {
        return endpoint().isPresent()
                && switch (instance.state()) {
                    case READY, DEGRADED, UPDATING -> true;
                    case REQUESTED,
                            DECLINED,
                            WITHDRAWN,
                            QUEUED,
                            PROVISIONING,
                            PAUSED,
                            COMPLETED,
                            FAILED,
                            DELETING,
                            DELETED -> false;
                };
    }

    /** Why it cannot be talked to while it does not answer, as the end of a message's key. */
    public String silence() {
        return switch (instance.state()) {
            case REQUESTED, QUEUED, PROVISIONING, READY, DEGRADED, UPDATING -> "later";
            case FAILED -> "failed";
            case PAUSED -> "paused";
            case DECLINED, WITHDRAWN, COMPLETED, DELETING, DELETED -> "ended";
        };
    }

    public boolean showsProgress() {
        return instance.state().isMoving() && instance.state() != InstanceState.DELETING;
    }
}
