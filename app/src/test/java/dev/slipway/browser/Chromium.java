package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A headless Chromium, started once for the JVM and gone with it. */
final class Chromium {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Long, because the machine may be busy with much else; a wait ends when what it waits for is there. */
    private static final double PATIENCE = 60_000;

    private static final class Shared {
        static final Chromium CHROMIUM = start();
    }

    private final Browser browser;

    private Chromium(Path driver, Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        System.setProperty("playwright.cli.dir", driver.toString());
        browser = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
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

    static Chromium shared() {
        return Shared.CHROMIUM;
    }

    private static Chromium start() {
        var prepared = prepare();
        assertThat(prepared.status()).as(String.join("\n", prepared.lines())).isZero();
        var lines = prepared.lines();
        return new Chromium(Path.of(lines.get(lines.size() - 2)), Path.of(lines.getLast()));
    }

    /** A browser of one's own: nobody else's cookies. */
    BrowserContext newContext(String baseUrl, Look look) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setColorScheme(look.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(look.width(), 1000)
                .setJavaScriptEnabled(look.scripts())
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /**
     * What axe finds at WCAG 2.2 AA.
     *
     * @param rules the only ones to look for, or none for all
     */
    static List<String> findings(Page page, List<String> rules) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // Otherwise each look opens a further page, to bring the findings of frames together; there are no frames.
        var axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        var asked = rules.isEmpty()
                ? axe.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                : axe.withRules(rules);
        return asked.analyze().getViolations().stream()
                .map(rule -> "%s %s, %d times: %s"
                        .formatted(page.url(), rule.getId(), rule.getNodes().size(), some(rule)))
                .toList();
    }

    private static String some(Rule rule) {
        return rule.getNodes().stream()
                .limit(3)
                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining("\n"));
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

    private record Prepared(int status, List<String> lines) {}
}
