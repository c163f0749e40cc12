package dev.slipway.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaves it to the portal to say what the server itself refuses. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** What renders the answer exists only once the server does, so it is asked for with the first of them. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(ObjectProvider<RefusedRequests> refused) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Refusals(refused)));
    }

    private static final class Refusals extends ErrorReportValve {

        private final ObjectProvider<RefusedRequests> refused;

        private Refusals(ObjectProvider<RefusedRequests> refused) {
            this.refused = refused;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            if (canBeWritten(response)) {
                answer(request, response, thrown);
            }
        }

        private static boolean canBeWritten(Response response) {
            var allowed = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
            return allowed.get();
        }

        private void answer(Request request, Response response, @Nullable Throwable thrown) {
            try {
                refused.getObject().answer(request, response, thrown);
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
