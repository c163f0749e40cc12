package dev.slipway.cost;

import dev.slipway.access.People;
import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.Section;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to what things cost. */
@Component
class CostNavigation implements NavigationContributor {

    private final People people;

    CostNavigation(People people) {
        this.people = people;
    }

    @Override
    public List<NavigationItem> items(Authentication person) {
        var caller = people.caller(person);
        var items = new ArrayList<NavigationItem>();
        if (caller.isPlatformAdmin() || caller.isAuditor() || !caller.teams().isEmpty()) {
            items.add(new NavigationItem(Section.OPERATE, 30, "cost", "Cost", "/cost", "receipt-euro"));
        }
        if (caller.isPlatformAdmin() || caller.isAuditor()) {
            items.add(new NavigationItem(Section.GOVERN, 40, "price-book", "Price book", "/price-book", "tags"));
        }
        return items;
    }
}
