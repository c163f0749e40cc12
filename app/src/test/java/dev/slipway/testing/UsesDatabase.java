package dev.slipway.testing;

import dev.slipway.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * The test's application context gets a new database on the one PostgreSQL server of this JVM, and connects with the same
 * two roles as the portal does. For tests of one room, beside {@code @ApplicationModuleTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = TestDatabase.class)
public @interface UsesDatabase {}
