package dev.slipway.gpu;

import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.Section;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to the clusters' GPUs. */
@Component
class GpuNavigation implements NavigationContributor {

    @Override
    public List<NavigationItem> items(Authentication person) {
        return List.of(new NavigationItem(Section.OPERATE, 20, "capacity", "Capacity", "/capacity", "server"));
    }
}
