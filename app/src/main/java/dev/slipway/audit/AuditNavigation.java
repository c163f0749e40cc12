package dev.slipway.audit;

import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.Section;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** The way to the trail, for those who may read it. */
@Component
class AuditNavigation implements NavigationContributor {

    private static final Set<String> READERS = Set.of("ROLE_AUDITOR", "ROLE_PLATFORM_ADMIN");

    @Override
    public List<NavigationItem> items(Authentication person) {
        return person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(READERS::contains)
                ? List.of(new NavigationItem(Section.GOVERN, 90, "audit", "Audit trail", "/audit", "scroll-text"))
                : List.of();
    }
}
