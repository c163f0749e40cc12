package dev.slipway;

import dev.slipway.commandline.SlipwayCommand;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the portal, or does what a command says without it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Slipway {

    public static void main(String[] arguments) {
        if (SlipwayCommand.isMeantBy(arguments)) {
            System.exit(SlipwayCommand.run(arguments));
        }
        SpringApplication.run(Slipway.class, arguments);
    }

    /** The one clock; tests bring their own. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
