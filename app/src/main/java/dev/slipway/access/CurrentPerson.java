package dev.slipway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the person with the roles of this moment in place of what the session remembers from sign-in, so that a role taken
 * away is gone with the next request. A person who is no longer known is signed out.
 */
final class CurrentPerson extends OncePerRequestFilter {

    private final People people;

    CurrentPerson(People people) {
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var remembered = SecurityContextHolder.getContext().getAuthentication();
        if (remembered != null && needsRefresh(remembered)) {
            var caller = PersonIds.of(remembered.getName()).flatMap(people::caller);
            if (caller.isPresent()) {
                var signedIn = new SignedIn(caller.get());
                signedIn.setDetails(remembered.getDetails());
                SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
            } else {
                signOut(request);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean needsRefresh(Authentication remembered) {
        return remembered.isAuthenticated()
                && !(remembered instanceof AnonymousAuthenticationToken)
                && !(remembered instanceof SignedIn);
    }

    private static void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
