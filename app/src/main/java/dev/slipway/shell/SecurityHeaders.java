package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer carries to keep a page from being turned against its reader. Every filter chain applies it. */
public final class SecurityHeaders {

    /** A request attribute: a nonce for styles that only the code editor's page needs. */
    public static final String STYLE_NONCE = SecurityHeaders.class.getName() + ".styleNonce";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'{nonce}; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'{forms}; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private SecurityHeaders() {}

    public static HttpSecurity apply(HttpSecurity http) {
        return apply(http, Set.of());
    }

    /** @param formTargets other origins that a form may lead to, by way of a redirect: {@code https://identity.example} */
    public static HttpSecurity apply(HttpSecurity http, Set<String> formTargets) {
        var forms = formTargets.stream().map(origin -> " " + origin).collect(Collectors.joining());
        return http.headers(
                headers -> headers.addHeaderWriter((request, response) -> contentPolicy(forms, request, response))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
    }

    /** For what is answered before any filter chain was asked. */
    static void write(HttpServletRequest request, HttpServletResponse response) {
        contentPolicy("", request, response);
        response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cache-Control", "no-store");
    }

    private static void contentPolicy(String forms, HttpServletRequest request, HttpServletResponse response) {
        var nonce = request.getAttribute(STYLE_NONCE);
        response.setHeader(
                "Content-Security-Policy",
                POLICY.replace("{forms}", forms).replace("{nonce}", nonce == null ? "" : " 'nonce-" + nonce + "'"));
    }
}
