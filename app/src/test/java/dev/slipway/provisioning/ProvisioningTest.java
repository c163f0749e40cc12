package dev.slipway.provisioning;

import dev.slipway.testing.SlipwayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole portal with sandbox clusters in which everything happens at once, and no patience. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SlipwayTest
@ActiveProfiles("demo")
@Import({TestClusters.Configuration.class, Launching.class})
@TestPropertySource(
        properties = {
            "slipway.provisioning.poll=200ms",
            "slipway.provisioning.resync=1s",
            "slipway.provisioning.backoff-first=50ms",
            "slipway.provisioning.backoff-most=200ms",
            "slipway.provisioning.namespace-idle=0s",
            "db-scheduler.polling-interval=100ms",
            "db-scheduler.heartbeat-interval=100ms"
        })
@interface ProvisioningTest {}
