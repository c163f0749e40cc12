package dev.slipway.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last line of the log in demo mode: where it is and how to come in. */
@Component
@ConditionalOnBooleanProperty("slipway.demo")
class DemoAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger("dev.slipway.demo");

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(
                    "Slipway runs on http://localhost:{}  Sign in as mira.okafor (developer), tomasz.nowak (approver),"
                            + " ana.ferreira or noor.bakker (platform admins) or ingrid.solheim (auditor), password {}",
                    web.getWebServer().getPort(),
                    DemoPeople.PASSWORD);
        }
    }
}
