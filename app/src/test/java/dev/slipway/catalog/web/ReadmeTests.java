package dev.slipway.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTests {

    @Test
    void whatCouldDoHarmIsText() {
        var html = Jsoup.parse(Readme.html("""
                # Title

                <script>alert(1)</script> <img src=x onerror=alert(1)>

                [click](javascript:alert(1)) and [read](https://example.com/a)
                """));

        assertThat(html.select("script, img, [onerror]")).isEmpty();
        assertThat(html.text()).contains("<script>alert(1)</script>");
        assertThat(html.select("a").eachAttr("href")).noneMatch(href -> href.startsWith("javascript"));
        assertThat(html.select("a[href='https://example.com/a']")).hasSize(1);
    }

    @Test
    void itsHeadingsStandBelowThoseOfThePage() {
        var html = Jsoup.parse(Readme.html("# Title\n\n## What you get\n\n### In detail\n"));

        assertThat(html.select("h1, h2")).isEmpty();
        assertThat(html.select("h3").eachText()).containsExactly("What you get");
        assertThat(html.select("h4").eachText()).containsExactly("In detail");
    }

    @Test
    void whatScrollsSidewaysIsReachedByKeys() {
        var html = Jsoup.parse(Readme.html("    a long line of code\n\n```\nanother\n```\n"));

        assertThat(html.select("pre[tabindex=0]")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:text/html,x",
                "//evil.example",
                "/sign-out",
                "sign-out",
                "?q",
                "http:/sign-out",
                "HTTPS:",
                "ftp://example.com/a",
                "vbscript:x",
                "\\\\evil.example",
                ""
            })
    void whatLeadsElsewhereThanToTheWebIsNoLink(String address) {
        var html = Jsoup.parse(Readme.html("See [the *page*](<" + address + ">) and ![a picture](<" + address + ">)."));

        assertThat(html.select("a, img")).isEmpty();
        assertThat(html.text()).isEqualTo("See the page and a picture.");
        assertThat(html.select("em").text()).isEqualTo("page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/a?b=c#d", "HTTP://example.com", "mailto:help@example.com", "#what-you-get"})
    void whatLeadsToTheWebOrWithinThePageIs(String address) {
        assertThat(Jsoup.parse(Readme.html("[page](" + address + ")"))
                        .select("a")
                        .eachAttr("href"))
                .containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "1. "})
    void whatIsNestedTooDeeplyIsShownAsItIsWritten(String block) {
        var text = block.repeat(60_000) + "<b>deep</b>";
        assertThat(Jsoup.parse(Readme.html(text)).select("b")).isEmpty();
        assertThat(Jsoup.parse(Readme.html(text)).text()).contains("<b>deep</b>");
    }

    @ParameterizedTest
    @CsvSource({"'*a ', ' b*'", "'![', '](https://example.com)'", "'**a ', ' b**'"})
    void soIsWhatIsNestedWithinALine(String open, String close) {
        var text = open.repeat(6_000) + "deep" + close.repeat(6_000);
        assertThat(Jsoup.parse(Readme.html(text)).select("pre").text()).contains("deep");
    }
}
