package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A headless Chromium, started once for a test class. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path driver, Path executable) {
        System.setProperty("playwright.cli.dir", driver.toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Why there is none, or nothing when there is one. */
    static String missing() {
        var prepared = prepare();
        return prepared.status() == 0 ? "" : prepared.lines().getLast();
    }

    static Chromium start() {
        var prepared = prepare();
        assertThat(prepared.status()).as(String.join("\n", prepared.lines())).isZero();
        var lines = prepared.lines();
        return new Chromium(Path.of(lines.get(lines.size() - 2)), Path.of(lines.getLast()));
    }

    BrowserContext person(String baseUrl, ColorScheme scheme, int width) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setColorScheme(scheme)
                .setViewportSize(width, 1000)
                .setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** Fails with every finding of axe at WCAG 2.2 AA. */
    static void assertAccessible(Page page) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as("axe on " + page.url())
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
    }

    private static Prepared prepare() {
        try {
            var process = new ProcessBuilder(
                            repository().resolve("testbed/browser").toString())
                    .redirectErrorStream(true)
                    .start();
            var lines = process.inputReader().readAllLines();
            process.waitFor(3, TimeUnit.MINUTES);
            return new Prepared(process.exitValue(), lines);
        } catch (IOException noShell) {
            return new Prepared(1, List.of("testbed/browser does not start: " + noShell.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path repository() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("testbed/browser"))
                ? here
                : here.resolve("..").normalize();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private record Prepared(int status, List<String> lines) {}
}
