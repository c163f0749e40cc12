package dev.slipway.shell;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Asks the rooms what stands around a page. */
@Component
class Shell {

    private final List<NavigationContributor> navigation;
    private final List<PageContext> contexts;
    private final MessageSource messages;
    private final ZoneId zone;

    Shell(
            List<NavigationContributor> navigation,
            List<PageContext> contexts,
            MessageSource messages,
            ShellSettings settings) {
        this.navigation = navigation;
        this.contexts = contexts;
        this.messages = messages;
        this.zone = settings.zone();
    }

    ShellView view(@Nullable Authentication authentication, @Nullable String theme) {
        if (authentication == null) {
            return new ShellView(theme, zone, null, null, List.of(), false, List.of());
        }
        var teams = contexts.stream()
                .flatMap(each -> each.teams(authentication).stream())
                .toList();
        return new ShellView(
                theme,
                zone,
                first(each -> each.person(authentication)),
                first(each -> each.chosenTeam(authentication)),
                teams,
                contexts.stream().anyMatch(each -> each.mayChooseAllTeams(authentication)),
                groups(authentication));
    }

    private <T> @Nullable T first(Function<PageContext, Optional<T>> ask) {
        return contexts.stream().map(ask).flatMap(Optional::stream).findFirst().orElse(null);
    }

    private List<ShellView.Group> groups(Authentication person) {
        Map<Section, List<NavigationItem>> items = navigation.stream()
                .flatMap(each -> each.items(person).stream())
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .collect(Collectors.groupingBy(
                        NavigationItem::section, () -> new EnumMap<>(Section.class), Collectors.toList()));
        return Arrays.stream(Section.values())
                .flatMap(section -> Stream.ofNullable(items.get(section)).map(list -> group(section, list)))
                .toList();
    }

    private ShellView.Group group(Section section, List<NavigationItem> items) {
        var label = "shell.section." + section.name().toLowerCase(Locale.ROOT);
        return new ShellView.Group(section, messages.getMessage(label, null, Locale.ENGLISH), items);
    }
}
