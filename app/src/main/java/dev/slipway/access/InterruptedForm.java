package dev.slipway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form that was sent after the sign-in had expired. What was typed is not acted upon; after signing in its page is shown
 * again with the same input in the query, as a link with presets would.
 */
final class InterruptedForm {

    private static final Set<String> LEFT_OUT = Set.of("_csrf", "_method", "password");
    private static final int LONGEST = 6_000;

    private InterruptedForm() {}

    /** The address of the form's page with its input; nothing where the form's page is not known. */
    static Optional<String> pageOf(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null || "GET".equals(request.getMethod())) {
            return Optional.empty();
        }
        return address(referer).flatMap(page -> pageOf(request, page));
    }

    /** Browsers leave characters in a query that no address may hold. */
    private static Optional<URI> address(String referer) {
        try {
            return Optional.of(new URI(referer));
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    private static Optional<String> pageOf(HttpServletRequest request, URI page) {
        var asked = URI.create(request.getRequestURL().toString());
        var ours = asked.getScheme().equals(page.getScheme())
                && String.valueOf(asked.getAuthority()).equals(page.getAuthority());
        if (!ours || page.getPath().equals(request.getContextPath() + "/sign-in")) {
            return Optional.empty();
        }
        return Optional.of(withInput(page, request));
    }

    private static String withInput(URI page, HttpServletRequest request) {
        var filled = UriComponentsBuilder.fromUri(page);
        request.getParameterMap().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) {
                filled.replaceQueryParam(name, (Object[]) values);
            }
        });
        var address = filled.encode().toUriString();
        return address.length() <= LONGEST ? address : page.toString();
    }
}
