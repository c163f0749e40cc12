package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The command palette: a page of its own, and what its dialog shows while one types. */
@Controller
class JumpController {

    private final List<PaletteContributor> rooms;
    private final List<NavigationContributor> navigation;

    JumpController(List<PaletteContributor> rooms, List<NavigationContributor> navigation) {
        this.rooms = rooms;
        this.navigation = navigation;
    }

    @GetMapping("/jump")
    String jump(
            @RequestParam(defaultValue = "") String q, HttpServletRequest request, Authentication person, Model model) {
        model.addAttribute("words", q);
        model.addAttribute("groups", groups(person, q.strip()));
        return HtmxRequests.wantsFragment(request) ? "components/palette :: palette" : "shell/jump";
    }

    @GetMapping("/keys")
    String keys(HttpServletRequest request) {
        return HtmxRequests.wantsFragment(request) ? "components/keys :: keys" : "shell/keys";
    }

    private Map<String, List<PaletteContributor.Entry>> groups(Authentication person, String words) {
        return Stream.concat(rooms.stream().flatMap(each -> each.find(person, words).stream()), pages(person, words))
                .collect(Collectors.groupingBy(
                        PaletteContributor.Entry::group, LinkedHashMap::new, Collectors.toList()));
    }

    private Stream<PaletteContributor.Entry> pages(Authentication person, String words) {
        var sought = words.toLowerCase(Locale.ENGLISH);
        return navigation.stream()
                .flatMap(each -> each.items(person).stream())
                .filter(item -> item.label().toLowerCase(Locale.ENGLISH).contains(sought))
                .map(item -> new PaletteContributor.Entry("Pages", item.icon(), item.label(), "", item.href()));
    }
}
