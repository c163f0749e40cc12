package dev.slipway.access;

import dev.slipway.kernel.RefusedException;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.ToldRefusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * What somebody gets who is not, or no longer, signed in. A page sends them to sign in and back; a part of a page asks for
 * the whole page to be loaded again, so that a sign-in form never lands in the middle of one; programs get a problem.
 */
final class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN = "/sign-in";
    private static final String REMEMBERED = "slipway.remembered-page";
    private final HttpSessionRequestCache remembered = new HttpSessionRequestCache();

    @SuppressWarnings("NullAway") // null is the documented way to keep the address free of a marker
    ClosedDoor() {
        remembered.setRequestMatcher(request -> "GET".equals(request.getMethod()) && Asking.of(request) == Asking.PAGE);
        remembered.setMatchingRequestParameterName(null);
        remembered.setSessionAttrName(REMEMBERED);
    }

    HttpSessionRequestCache remembered() {
        return remembered;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        switch (Asking.of(request)) {
            case PART -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.setHeader("HX-Refresh", "true");
            }
            case PROGRAM -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getWriter().write("""
                        {"type":"about:blank","title":"Unauthorized","status":401,"code":"not-signed-in","detail":"Sign in first."}\
                        """);
            }
            case PAGE -> {
                InterruptedForm.pageOf(request)
                        .ifPresent(page -> request.getSession().setAttribute(REMEMBERED, new SimpleSavedRequest(page)));
                response.sendRedirect(request.getContextPath() + SIGN_IN + (isForm(request) ? "?expired" : ""));
            }
        }
    }

    /** A form without its token from somebody whose session is gone is an expired sign-in, not an attack to report. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (SecurityContextHolder.getContext().getAuthentication() != null) {
            if (denied instanceof CsrfException) {
                refuseStale(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        } else {
            commence(request, response, new InsufficientAuthenticationException("expired", denied));
        }
    }

    private static void refuseStale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (HtmxRequests.isHtmx(request)) {
            response.setHeader("HX-Refresh", "true");
        }
        ToldRefusal.send(
                request,
                response,
                new RefusedException(
                        "page-too-old",
                        "This page is too old to be sent. Nothing was changed. Go back, load it again and repeat what you did."));
    }

    void wrongPassword(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var reason = failure instanceof LockedException ? "locked" : "wrong";
        response.sendRedirect(request.getContextPath() + SIGN_IN + "?" + reason);
    }

    private static boolean isForm(HttpServletRequest request) {
        return !"GET".equals(request.getMethod());
    }

    private enum Asking {
        PAGE,
        PART,
        PROGRAM;

        static Asking of(HttpServletRequest request) {
            var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
            if (HtmxRequests.isHtmx(request)) {
                return PART;
            }
            return request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                            || accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
                            || (accept.contains("json") && !accept.contains("html"))
                    ? PROGRAM
                    : PAGE;
        }
    }
}
