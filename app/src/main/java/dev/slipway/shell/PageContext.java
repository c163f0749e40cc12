package dev.slipway.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Who looks at the page and for which team. Several rooms may implement it; each answers what it knows. The first
 * person and the first chosen team win, lists of teams are joined.
 */
public interface PageContext {

    default Optional<Person> person(Authentication authentication) {
        return Optional.empty();
    }

    /** The teams the person may choose between, in the order in which they are offered. */
    default List<Team> teams(Authentication authentication) {
        return List.of();
    }

    /** The team that pages are about; none means all teams. */
    default Optional<Team> chosenTeam(Authentication authentication) {
        return Optional.empty();
    }

    /** Whether the person may look at all teams at once. */
    default boolean mayChooseAllTeams(Authentication authentication) {
        return false;
    }

    /**
     * @param name as it is read: {@code Mira Okafor}
     * @param role what the person is here: {@code Developer, Claims}
     */
    record Person(String name, String role) {

        /** First letters of the first and the last word of the name. */
        public String initials() {
            var words = name.strip().split("\\s+");
            var last = words.length > 1 ? words[words.length - 1] : "";
            return letter(words[0]) + letter(last);
        }

        private static String letter(String word) {
            return word.isEmpty()
                    ? ""
                    : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        }
    }

    /**
     * @param id as it stands in addresses: {@code claims}
     * @param colour 1 to 8, given once
     */
    record Team(String id, String name, int colour) {}
}
