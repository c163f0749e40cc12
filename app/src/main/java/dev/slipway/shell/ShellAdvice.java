package dev.slipway.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;
import org.thymeleaf.context.LazyContextVariable;

/** Gives every page {@code shell}, worked out only if the layout is drawn. */
@ControllerAdvice
class ShellAdvice {

    static final String THEME = "slipway-theme";

    private final Shell shell;

    ShellAdvice(Shell shell) {
        this.shell = shell;
    }

    @ModelAttribute("shell")
    LazyContextVariable<ShellView> shell(HttpServletRequest request) {
        var person = person();
        var theme = theme(WebUtils.getCookie(request, THEME));
        return new LazyContextVariable<>() {
            @Override
            protected ShellView loadValue() {
                return shell.view(person, theme);
            }
        };
    }

    private static @Nullable Authentication person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof AnonymousAuthenticationToken ? null : authentication;
    }

    private static @Nullable String theme(@Nullable Cookie cookie) {
        return cookie != null && cookie.getValue().matches("light|dark") ? cookie.getValue() : null;
    }
}
