package dev.slipway.shell;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the chosen theme in a cookie that the person's own scripts may read; pages arrive in it, without a flash. */
@Controller
class ThemeController {

    @PostMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam String theme, @RequestHeader(value = HttpHeaders.REFERER, defaultValue = "/") String from) {
        var chosen = theme.matches("light|dark");
        var cookie = ResponseCookie.from(ShellAdvice.THEME, chosen ? theme : "")
                .maxAge(chosen ? Duration.ofDays(365) : Duration.ZERO)
                .path("/")
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, LocalPath.of(from))
                .build();
    }
}
