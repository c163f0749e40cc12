package dev.slipway.approval;

import dev.slipway.access.People;
import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to the requests, with how many wait for this person. */
@Component
class ApprovalNavigation implements NavigationContributor {

    private final Requests requests;
    private final People people;

    ApprovalNavigation(Requests requests, People people) {
        this.requests = requests;
        this.people = people;
    }

    @Override
    public List<NavigationItem> items(Authentication person) {
        var waiting = requests.waitingCount(people.caller(person));
        var badge = waiting == 0 ? Optional.<String>empty() : Optional.of(Integer.toString(waiting));
        return List.of(new NavigationItem(Section.OPERATE, 10, "approvals", "Approvals", "/approvals", "stamp", badge));
    }
}
