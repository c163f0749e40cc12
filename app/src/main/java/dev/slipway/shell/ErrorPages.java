package dev.slipway.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the container report, told like every other problem. */
@Controller
class ErrorPages implements ErrorController {

    private final Problems problems;
    private final ProblemAnswers answers;

    ErrorPages(Problems problems, ProblemAnswers answers) {
        this.problems = problems;
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        return answers.answer(problem(request), path(request), request, response);
    }

    private Problem problem(HttpServletRequest request) {
        var told = ToldRefusal.of(request);
        if (told.isPresent()) {
            return problems.of(told.get());
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return problems.of(thrown);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return problems.of(status instanceof Integer number ? number : 404);
    }

    private static String path(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path instanceof String text ? text : request.getRequestURI();
    }
}
