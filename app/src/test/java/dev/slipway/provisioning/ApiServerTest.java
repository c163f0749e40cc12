package dev.slipway.provisioning;

import dev.slipway.testbed.RequiresControlPlane;
import dev.slipway.testing.SlipwayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole portal in front of a real API server, which stands in for Hamburg. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresControlPlane
@SlipwayTest
@ActiveProfiles("demo")
@Import({RealClusters.Configuration.class, Launching.class})
@TestPropertySource(
        properties = {
            "slipway.provisioning.poll=500ms",
            "slipway.provisioning.backoff-first=100ms",
            "slipway.provisioning.backoff-most=1s",
            "db-scheduler.polling-interval=100ms",
            "db-scheduler.heartbeat-interval=200ms"
        })
@interface ApiServerTest {}
