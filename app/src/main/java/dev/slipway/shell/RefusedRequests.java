package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what the server refuses before the portal sees it, such as an address that cannot be decoded or a head that is
 * too large: in the words and looks of the portal, with the server's status and nothing else of the server's.
 */
@Component
class RefusedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);

    private final Problems problems;
    private final FragmentRenderer renderer;
    private final Shell shell;
    private final JsonMapper json;

    RefusedRequests(Problems problems, FragmentRenderer renderer, Shell shell, JsonMapper json) {
        this.problems = problems;
        this.renderer = renderer;
        this.shell = shell;
        this.json = json;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable thrown)
            throws IOException {
        var problem = problem(response.getStatus(), thrown);
        var isProgram = ProblemAnswers.wantsJson(String.valueOf(request.getRequestURI()), request);
        SecurityHeaders.write(request, response);
        response.setContentType(isProgram ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(isProgram ? json(problem) : page(problem));
    }

    private Problem problem(int status, @Nullable Throwable thrown) {
        var problem = problems.of(status);
        if (status >= 500) {
            LOG.error("Problem {}, {} outside of the portal's pages", problem.id(), status, thrown);
        }
        return problem;
    }

    /** As somebody who is not signed in sees it: nobody has asked yet who it is. */
    private String page(Problem problem) {
        return renderer.render("shell/problem", Map.of("problem", problem, "shell", shell.view(null, null)));
    }

    /** Without the address, which may be what could not be read. */
    private String json(Problem problem) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("type", ProblemAnswers.type(problem));
        detail.put("title", problem.title());
        detail.put("status", problem.status());
        detail.put("detail", problem.detail());
        detail.put("code", problem.code());
        detail.put("traceId", problem.id());
        return json.writeValueAsString(detail);
    }
}
