package dev.slipway.shell;

import dev.slipway.kernel.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A refusal by a filter that says why, told by the page that the container turns to. */
public final class ToldRefusal {

    private static final String ATTRIBUTE = ToldRefusal.class.getName();

    private ToldRefusal() {}

    public static void send(HttpServletRequest request, HttpServletResponse response, RefusedException told)
            throws IOException {
        request.setAttribute(ATTRIBUTE, told);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    static Optional<RefusedException> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RefusedException told ? Optional.of(told) : Optional.empty();
    }
}
