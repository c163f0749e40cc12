package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What review would say about a template again and again. */
class TemplatesTests {

    private static final Path FRONTEND = Path.of("../frontend");
    private static final Pattern ICON =
            Pattern.compile("icon :: (?:icon|small|large)\\('([a-z0-9-]+)'\\)|sprite\\.svg[^}]*} \\+ '#([a-z0-9-]+)'");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-z0-9.-]+)[}(]|#messages\\.msg\\('([a-z0-9.-]+)'");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");

    @TestFactory
    Stream<DynamicTest> nothingIsInlineInATemplate() throws IOException {
        return templates()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    var text = Files.readString(file);
                    assertThat(text).doesNotContainPattern("[\\s\"](th:)?style=");
                    assertThat(text).doesNotContainPattern("\\s(th:|hx-)?on[a-z:-]*=");
                    assertThat(text).doesNotContain("<style").doesNotContain("th:inline=\"javascript\"");
                    assertThat(text).doesNotContainPattern("<script(?![^>]*src=)");
                    assertThat(text).doesNotContain("javascript:").doesNotContain("hx-vals='js:");
                }));
    }

    /** Thymeleaf replaces an element before it looks at its condition, and then never looks. */
    @TestFactory
    Stream<DynamicTest> noConditionStandsOnAnElementThatIsReplaced() throws IOException {
        return templates()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(Files.readString(file))
                                .doesNotContainPattern("<[^>]*th:(if|unless|each)=[^>]*th:replace=")
                                .doesNotContainPattern("<[^>]*th:replace=[^>]*th:(if|unless|each)=")));
    }

    @Test
    void everyTextIsThere() throws IOException {
        var known = new TreeSet<Object>();
        try (var files = Files.list(FRONTEND.resolve("messages"))) {
            for (var file : files.toList()) {
                var messages = new Properties();
                messages.load(Files.newBufferedReader(file));
                assertThat(messages.stringPropertyNames()).as("twice: %s", file).noneMatch(known::contains);
                known.addAll(messages.keySet());
            }
        }
        var used = found(MESSAGE, templates());
        assertThat(used).allMatch(key -> known.contains(key) || key.endsWith("."), "is a text in frontend/messages");
    }

    @Test
    void everyIconIsInTheSprite() throws IOException {
        var sprite = found(SYMBOL, Stream.of(FRONTEND.resolve("static/icons/sprite.svg")));

        assertThat(sprite).containsAll(found(ICON, templates())).isSorted();
    }

    private static List<String> found(Pattern pattern, Stream<Path> files) {
        return files.flatMap(file -> pattern.matcher(read(file)).results())
                .map(match -> match.groupCount() > 1 && match.group(1) == null ? match.group(2) : match.group(1))
                .distinct()
                .collect(Collectors.toList());
    }

    private static Stream<Path> templates() throws IOException {
        return walk(FRONTEND.resolve("templates"), ".html");
    }

    private static Stream<Path> walk(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
