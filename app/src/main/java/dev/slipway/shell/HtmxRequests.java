package dev.slipway.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The one place that decides whether a request wants a page or a part of it. */
public final class HtmxRequests {

    public static final String HEADER = "HX-Request";

    private HtmxRequests() {}

    /** Whether htmx asked for a part: not a restored page of the history and not a boosted link. */
    public static boolean wantsFragment(HttpServletRequest request) {
        return isHtmx(request) && !has(request, "HX-History-Restore-Request") && !has(request, "HX-Boosted");
    }

    /** Whether htmx asked at all, so that a redirect or a whole page would end up inside of the present one. */
    public static boolean isHtmx(HttpServletRequest request) {
        return has(request, HEADER);
    }

    private static boolean has(HttpServletRequest request, String header) {
        return "true".equals(request.getHeader(header));
    }

    /** Pages and parts share an address, so caches must tell them apart. */
    @Configuration(proxyBeanMethods = false)
    static class VaryByHtmx implements WebMvcConfigurer, HandlerInterceptor {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.addHeader("Vary", HEADER);
            return true;
        }
    }
}
