package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The shell alone, with a few entries in its navigation and nobody kept out. A test component, so that the portal's own
 * scan passes it over: what it excludes would be excluded there too.
 */
@TestComponent
@SpringBootConfiguration
@ComponentScan
@ConfigurationPropertiesScan
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Conditional(ShellTestApplication.Alone.class)
class ShellTestApplication {

    /** Tests of the whole portal find this class too, and must not be kept from their database by it. */
    static class Alone implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getRegistry().containsBeanDefinition("slipway");
        }
    }

    @Bean
    SecurityFilterChain everyoneMay(HttpSecurity http) {
        return SecurityHeaders.apply(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    NavigationContributor navigation() {
        return person -> List.of(
                new NavigationItem(Section.BUILD, 10, "catalog", "Catalog", "/", "layout-grid"),
                new NavigationItem(Section.BUILD, 20, "instances", "Instances", "/instances", "box", Optional.of("4")),
                new NavigationItem(Section.OPERATE, 10, "approvals", "Approvals", "/approvals", "stamp"));
    }

    @Bean
    PageContext context() {
        return new PageContext() {
            private final Team claims = new Team("claims", "Claims", 1);

            @Override
            public Optional<Person> person(Authentication authentication) {
                return Optional.of(new Person("Mira Okafor", "Developer, Claims"));
            }

            @Override
            public List<Team> teams(Authentication authentication) {
                return List.of(claims, new Team("fraud", "Fraud", 2));
            }

            @Override
            public Optional<Team> chosenTeam(Authentication authentication) {
                return Optional.of(claims);
            }
        };
    }
}
