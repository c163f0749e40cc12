package dev.slipway.access;

import dev.slipway.shell.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Nothing without sign-in, except what is listed here. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String[] FILES = {"/css/**", "/js/**", "/icons/**", "/fonts/**", "/webjars/**", "/favicon.ico"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** PostgreSQL keeps every character but one. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(SecurityConfiguration::isText);
        firewall.setAllowedParameterValues(SecurityConfiguration::isText);
        return firewall;
    }

    private static boolean isText(String value) {
        return value.indexOf('\0') < 0;
    }

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return SecurityHeaders.apply(http)
                .securityMatcher(FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain portal(
            HttpSecurity http,
            People people,
            ProviderSignIn providers,
            ObjectProvider<ClientRegistrationRepository> registrations) {
        var doors = new ClosedDoor();
        SecurityHeaders.apply(http, EndOfSession.origins(registrations.getIfAvailable()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/sign-in", "/error")
                        .permitAll()
                        .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasRole("PLATFORM_ADMIN")
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in").failureHandler(doors::wrongPassword))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(doors.remembered()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .addFilterBefore(new CurrentPerson(people), AuthorizationFilter.class);
        registrations.ifAvailable(known -> http.oauth2Login(login -> login.loginPage("/sign-in")
                        .userInfoEndpoint(info -> info.oidcUserService(providers))
                        .failureUrl("/sign-in?unknown"))
                .logout(logout -> logout.logoutSuccessHandler(EndOfSession.handler(known))));
        return http.build();
    }
}
