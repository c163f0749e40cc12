package dev.slipway.shell;

import org.springframework.web.util.UriComponentsBuilder;

/** Where a person came from, reduced to path and query, so that no answer leads to another host. */
public final class LocalPath {

    private LocalPath() {}

    public static String of(String referer) {
        try {
            var address = UriComponentsBuilder.fromUriString(referer).build();
            var path = address.getPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return address.getQuery() == null ? path : path + "?" + address.getQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
