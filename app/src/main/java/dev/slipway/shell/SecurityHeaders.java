package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer carries to keep a page from being turned against its reader. Every filter chain applies it. */
public final class SecurityHeaders {

    /** A request attribute: a nonce for styles that only the code editor's page needs. */
    public static final String STYLE_NONCE = SecurityHeaders.class.getName() + ".styleNonce";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'{nonce}; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private SecurityHeaders() {}

    public static HttpSecurity apply(HttpSecurity http) {
        return http.headers(headers -> headers.addHeaderWriter(SecurityHeaders::contentPolicy)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
    }

    private static void contentPolicy(HttpServletRequest request, HttpServletResponse response) {
        var nonce = request.getAttribute(STYLE_NONCE);
        response.setHeader(
                "Content-Security-Policy", POLICY.replace("{nonce}", nonce == null ? "" : " 'nonce-" + nonce + "'"));
    }
}
