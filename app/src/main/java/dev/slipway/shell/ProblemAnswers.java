package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One problem, told in the form that was asked for: JSON, a part of a page, or a page. */
@Component
class ProblemAnswers {

    private final ShellAdvice shell;

    ProblemAnswers(ShellAdvice shell) {
        this.shell = shell;
    }

    Object answer(Problem problem, String path, HttpServletRequest request, HttpServletResponse response) {
        if (wantsJson(path, request)) {
            return json(problem, path);
        }
        return HtmxRequests.wantsFragment(request) ? part(problem, response) : page(problem, request);
    }

    static boolean wantsJson(String path, HttpServletRequest request) {
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return path.startsWith(request.getContextPath() + "/api/")
                || (accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE));
    }

    private static ResponseEntity<ProblemDetail> json(Problem problem, String path) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.status()), problem.detail());
        detail.setType(URI.create(type(problem)));
        detail.setTitle(problem.title());
        detail.setInstance(URI.create(path));
        detail.setProperty("code", problem.code());
        detail.setProperty("traceId", problem.id());
        problem.field().ifPresent(field -> detail.setProperty("errors", Map.of(field, problem.detail())));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    static String type(Problem problem) {
        return "urn:slipway:problem:" + problem.code();
    }

    /** The page stays; above its content it says what happened. */
    private static ModelAndView part(Problem problem, HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#problem-place");
        response.setHeader("HX-Reswap", "innerHTML show:top");
        return view("components/problem :: part(problem=${problem})", problem);
    }

    private ModelAndView page(Problem problem, HttpServletRequest request) {
        return view("shell/problem", problem).addObject("shell", shell.shell(request));
    }

    private static ModelAndView view(String name, Problem problem) {
        return new ModelAndView(name, Map.of("problem", problem), HttpStatusCode.valueOf(problem.status()));
    }
}
