package dev.slipway.model;

import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.Section;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to the models. */
@Component
class ModelNavigation implements NavigationContributor {

    @Override
    public List<NavigationItem> items(Authentication person) {
        return List.of(new NavigationItem(Section.BUILD, 30, "models", "Models", "/models", "brain"));
    }
}
