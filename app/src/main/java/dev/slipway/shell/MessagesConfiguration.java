package dev.slipway.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Texts of pages: one file per room under {@code frontend/messages}, its keys beginning with the room's name. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    @Bean
    MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setBasenames(Arrays.stream(resources.getResources("classpath*:messages/*.properties"))
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .filter(name -> !name.contains("_"))
                .map(name -> "messages/" + name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .toArray(String[]::new));
        return messages;
    }
}
