package dev.slipway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * A test of the whole portal, without a network, on a database of its own. With {@code @ActiveProfiles("demo")} it is filled
 * with the people and teams of Aldermoor, but for their instances.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "slipway.provisioning.examples=false")
@AutoConfigureMockMvc
@UsesDatabase
public @interface SlipwayTest {}
