package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server refuses before the portal sees it, over a socket: no client sends such things. */
@SpringBootTest(classes = ShellTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RefusedRequestsTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/catalog%00", "/%zz", "/catalog/%c0%ae", "/a%2fb", "/{}", "/a\\b"})
    void anAddressThatCannotBeReadIsToldLikeEveryProblem(String address) throws IOException {
        var answer = ask("GET " + address + " HTTP/1.1", "Host: localhost");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Content-Security-Policy: default-src 'none'");
        assertThat(Jsoup.parse(body(answer)).select("h1").text())
                .isEqualTo("This request makes no sense to the portal");
        assertThat(answer).doesNotContain("Tomcat", "Tahoma", "HTTP Status", "org.apache", "<style");
    }

    @Test
    void aHeadThatIsTooLargeIsToldAsWell() throws IOException {
        var answer = ask("GET / HTTP/1.1", "Host: localhost", "X-Much: " + "a".repeat(20_000));
        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("Tomcat", "HTTP Status");
        assertThat(Jsoup.parse(body(answer)).select("a.button").attr("href")).isEqualTo("/");
    }

    @Test
    void aProgramIsToldInItsOwnForm() throws IOException {
        var answer = ask("GET /api/v1/instances%00 HTTP/1.1", "Host: localhost", "Accept: application/json");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: application/problem+json", "\"code\":\"bad-request\"", "\"status\":400");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void aFormThatIsTooLargeIsToldAsWell(int megabytes) throws IOException {
        var form = "text=" + "a".repeat(megabytes * 1024 * 1024);
        var answer = ask(
                "POST /sign-in HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "Connection: close",
                "",
                form);
        assertThat(answer).startsWith("HTTP/1.1 413 ").doesNotContain("Tomcat", "HTTP Status", "org.apache");
        assertThat(Jsoup.parse(body(answer)).select("h1").text())
                .isEqualTo("This is more than the portal takes at once");
    }

    private String ask(String... head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var request = String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
