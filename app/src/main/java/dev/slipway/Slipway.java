package dev.slipway;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Slipway {

    public static void main(String[] arguments) {
        SpringApplication.run(Slipway.class, arguments);
    }

    /** The one clock; tests bring their own. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
