package dev.slipway.database;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Refuses, before anything is opened, to start without a database or to fill somebody's own with demo data. */
record DatabaseChoice(Environment environment) implements BeanFactoryPostProcessor {

    private static final String EXTERNAL = "spring.datasource.url";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var embedded = environment.getProperty("slipway.database.embedded", Boolean.class, false);
        var external = environment.containsProperty(EXTERNAL);
        if (environment.getProperty("slipway.demo", Boolean.class, false) && (external || !embedded)) {
            throw new DatabaseException(
                    "Demo mode fills its database with invented people and known passwords, so it works with its own only.",
                    "Take %s away, or start without the profile 'demo'."
                            .formatted(external ? EXTERNAL : "slipway.demo"));
        }
        if (embedded && external) {
            throw new DatabaseException(
                    "Both slipway.database.embedded and %s are set.".formatted(EXTERNAL), "Take one of them away.");
        }
        if (!embedded && !external) {
            throw new DatabaseException(
                    "No database is named.",
                    "Set %s, spring.datasource.username and .password (the portal's role), spring.flyway.user and .password"
                                    .formatted(EXTERNAL)
                            + " (the owner of the tables), or slipway.database.embedded=true for one of Slipway's own."
                            + " To try Slipway out with demo data, use the profile 'demo'.");
        }
    }
}
