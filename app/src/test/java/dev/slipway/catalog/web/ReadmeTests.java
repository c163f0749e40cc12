package dev.slipway.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

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
}
