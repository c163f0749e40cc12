package dev.slipway.catalog;

import dev.slipway.access.People;
import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.Section;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to the catalog, and for platform admins to the blueprints behind it. */
@Component
class CatalogNavigation implements NavigationContributor {

    private final People people;

    CatalogNavigation(People people) {
        this.people = people;
    }

    @Override
    public List<NavigationItem> items(Authentication person) {
        var items = new ArrayList<NavigationItem>();
        items.add(new NavigationItem(Section.BUILD, 10, "catalog", "Catalog", "/catalog", "layout-grid"));
        if (people.caller(person).isPlatformAdmin()) {
            items.add(new NavigationItem(
                    Section.GOVERN, 10, "blueprints", "Blueprints", "/blueprints", "drafting-compass"));
        }
        return items;
    }
}
