package dev.slipway.catalog;

import dev.slipway.access.People;
import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to the catalog, and for platform admins to the blueprints behind it, with how many wait for their signature. */
@Component
class CatalogNavigation implements NavigationContributor {

    private final People people;
    private final Certifications certifications;

    CatalogNavigation(People people, Certifications certifications) {
        this.people = people;
        this.certifications = certifications;
    }

    @Override
    public List<NavigationItem> items(Authentication person) {
        var items = new ArrayList<NavigationItem>();
        items.add(new NavigationItem(Section.BUILD, 10, "catalog", "Catalog", "/catalog", "layout-grid"));
        var caller = people.caller(person);
        if (caller.isPlatformAdmin()) {
            var waiting = certifications.waitingFor(caller);
            var badge = waiting == 0 ? Optional.<String>empty() : Optional.of(Integer.toString(waiting));
            items.add(new NavigationItem(
                    Section.GOVERN, 10, "blueprints", "Blueprints", "/blueprints", "drafting-compass", badge));
        }
        return items;
    }
}
