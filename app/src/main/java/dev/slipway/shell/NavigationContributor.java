package dev.slipway.shell;

import java.util.List;
import org.springframework.security.core.Authentication;

/** A room's entries in the sidebar. Asked for every page, so it answers quickly. */
public interface NavigationContributor {

    /** Only what this person may open; an entry that would be refused is left out. */
    List<NavigationItem> items(Authentication person);
}
