package dev.slipway.database;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts a new, empty database in the place of the embedded one. Used through {@code @UsesDatabase}. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", Map.of("slipway.database.embedded", true)));
        context.getBeanFactory().registerSingleton("otherApplications", new OtherApplications());
        context.getBeanFactory()
                .registerSingleton("testDatabase", TestServer.get().newDatabase());
    }
}
