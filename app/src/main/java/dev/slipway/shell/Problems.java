package dev.slipway.shell;

import dev.slipway.kernel.SlipwayException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Turns what was thrown into what is told. The message of an unexpected failure goes to the log and nowhere else. */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    Problem of(Throwable thrown) {
        return switch (thrown) {
            case SlipwayException told -> told(told);
            case RequestRejectedException odd -> of(HttpStatus.BAD_REQUEST.value());
            case TypeMismatchException nonsense -> of(HttpStatus.BAD_REQUEST.value());
            case InvalidParameterException unread -> of(unread.getErrorCode());
            case ErrorResponse standard -> of(standard.getStatusCode().value());
            default -> unexpected(thrown);
        };
    }

    Problem of(int status) {
        var code = switch (status) {
            case 401 -> "signed-out";
            case 403 -> "refused";
            case 404 -> "not-found";
            case 413 -> "too-large";
            case 503 -> "unavailable";
            default -> status < 500 ? "bad-request" : "unexpected";
        };
        return standard(status, code);
    }

    private Problem unexpected(Throwable thrown) {
        var problem = standard(HttpStatus.INTERNAL_SERVER_ERROR.value(), "unexpected");
        LOG.error("Problem {}", problem.id(), thrown);
        return problem;
    }

    private Problem standard(int status, String code) {
        return new Problem(status, code, text(code, "title"), text(code, "detail"), newId(), Optional.empty());
    }

    /** The first of several sentences is the title; a single one is the detail. */
    private Problem told(SlipwayException told) {
        var message = Optional.ofNullable(told.getMessage()).orElse("").strip();
        var end = message.indexOf(". ");
        var status = status(told.category());
        return end < 0
                ? problem(told, text(of(status).code(), "title"), message)
                : problem(told, message.substring(0, end), message.substring(end + 2));
    }

    private static Problem problem(SlipwayException told, String title, String detail) {
        return new Problem(status(told.category()), told.code(), title, detail, newId(), told.field());
    }

    private static int status(SlipwayException.Category category) {
        return switch (category) {
            case NOT_FOUND -> 404;
            case REFUSED -> 403;
            case CONFLICT -> 409;
            case INVALID -> 422;
            case UNAVAILABLE -> 503;
        };
    }

    private String text(String code, String part) {
        return messages.getMessage("problem.%s.%s".formatted(code, part), null, Locale.ENGLISH);
    }

    private static String newId() {
        var bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "%s-%s-%s".formatted(hex.substring(0, 4), hex.substring(4, 8), hex.substring(8));
    }
}
