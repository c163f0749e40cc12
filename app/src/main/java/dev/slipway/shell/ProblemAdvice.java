package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What leaves a controller as an exception. Refusals go on to the security filters, which know who is signed in. */
@ControllerAdvice
class ProblemAdvice {

    private final Problems problems;
    private final ProblemAnswers answers;

    ProblemAdvice(Problems problems, ProblemAnswers answers) {
        this.problems = problems;
        this.answers = answers;
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void refused(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    @Nullable
    Object failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() || failure instanceof IOException) {
            return null;
        }
        return answers.answer(problems.of(failure), request.getRequestURI(), request, response);
    }
}
