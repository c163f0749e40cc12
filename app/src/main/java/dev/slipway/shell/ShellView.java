package dev.slipway.shell;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout draws around a page; templates see it as {@code shell}.
 *
 * @param theme {@code light} or {@code dark}; none follows the system
 * @param zone in which pages write times
 * @param team the chosen one; none means all teams
 * @param allTeams whether choosing none is offered
 */
public record ShellView(
        @Nullable String theme,
        ZoneId zone,
        PageContext.@Nullable Person person,
        PageContext.@Nullable Team team,
        List<PageContext.Team> teams,
        boolean allTeams,
        List<Group> navigation) {

    public ShellView {
        teams = List.copyOf(teams);
        navigation = List.copyOf(navigation);
    }

    /** What stands before the page's name: the team for what a team builds, else the group of the navigation. */
    public @Nullable String place(String item) {
        return navigation.stream()
                .filter(group ->
                        group.items().stream().anyMatch(each -> each.id().equals(item)))
                .findFirst()
                .map(group -> group.section() == Section.BUILD && team != null ? team.name() : group.label())
                .orElse(null);
    }

    /** The entries of one section. */
    public record Group(Section section, String label, List<NavigationItem> items) {

        public Group {
            items = List.copyOf(items);
        }
    }
}
