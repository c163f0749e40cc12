package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every page that somebody reaches by links, of each kind one: two instances look alike, and two filters of a list. */
final class Walk {

    private final Visitor visitor;
    private final Set<String> kinds = new HashSet<>();
    private final ArrayDeque<String> ahead = new ArrayDeque<>();

    private Walk(Visitor visitor) {
        this.visitor = visitor;
    }

    /**
     * Goes to every page once; each answers without an error.
     *
     * @param first where to begin; what these lead to comes after them
     * @return how many pages there were
     */
    static int through(Visitor visitor, List<String> first, Runnable onEach) {
        var walk = new Walk(visitor);
        first.forEach(walk::add);
        while (!walk.ahead.isEmpty()) {
            walk.go(walk.ahead.removeFirst());
            onEach.run();
        }
        return walk.kinds.size();
    }

    private void go(String path) {
        var answer = visitor.page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        links().forEach(this::add);
    }

    private List<String> links() {
        var links = visitor.page.locator("a[href^='/'], a[href^='?']");
        return ((List<?>) links.evaluateAll("links => links.map(link => link.getAttribute('href'))"))
                .stream()
                        .map(href -> URI.create(visitor.page.url()).resolve(String.valueOf(href)))
                        .map(address -> address.getRawPath()
                                + query(address).map(text -> "?" + text).orElse(""))
                        .toList();
    }

    private void add(String path) {
        var address = URI.create(path);
        if (names(address).size() < 2 && kinds.add(kind(address))) {
            ahead.add(path);
        }
    }

    /** The path without what stands for one thing among many, and the names of what the query says. */
    private static String kind(URI address) {
        var path = address.getRawPath()
                .replaceAll("[0-9a-f-]{36}", "*")
                .replaceAll("/objects/.+", "/objects/*")
                .replaceAll("^/teams/[^/]+", "/teams/*")
                .replaceAll("^/(catalog|blueprints)/[^/]+", "/$1/*");
        return path + names(address);
    }

    private static Set<String> names(URI address) {
        return query(address).stream()
                .flatMap(text -> Arrays.stream(text.split("&")))
                .map(each -> each.split("=", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Optional<String> query(URI address) {
        return Optional.ofNullable(address.getRawQuery());
    }
}
