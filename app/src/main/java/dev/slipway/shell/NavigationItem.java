package dev.slipway.shell;

import java.util.Optional;

/**
 * One entry of the sidebar.
 *
 * @param order among those of its section, ascending; leave gaps of ten
 * @param id what a page names to light this entry: {@code catalog}
 * @param label in the words of the product: {@code Catalog}
 * @param icon a symbol of the sprite: {@code layout-grid}
 * @param badge a count that is worth knowing before going there
 */
public record NavigationItem(
        Section section, int order, String id, String label, String href, String icon, Optional<String> badge) {

    public NavigationItem(Section section, int order, String id, String label, String href, String icon) {
        this(section, order, id, label, href, icon, Optional.empty());
    }
}
