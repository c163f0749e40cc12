package dev.slipway.cluster.kubernetes;

import static dev.slipway.cluster.kubernetes.StubApiServer.kubeconfig;
import static dev.slipway.cluster.kubernetes.StubApiServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.cluster.ClusterException.Transient;
import dev.slipway.kernel.ClusterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads who registers a cluster. */
class ConnectingTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(12);

    @TempDir
    Path folder;

    @Test
    void connectsWithTheContextOfAFile() throws IOException {
        try (var server = new StubApiServer()) {
            var file = Files.writeString(
                    folder.resolve("config"), kubeconfig(server.address()).replace("current-context: main", ""));
            try (var cluster = connect(new KubeconfigSource.File(file, "main"))) {
                assertThat(cluster.ping()).isPositive();
            }
        }
    }

    @Test
    void anAddressMayHaveAPath() {
        try (var server = new StubApiServer()) {
            server.on("/clusters/c-1/version", text(200, "{}"));
            server.on("/version", text(404, ""));
            try (var cluster = StubApiServer.connect(kubeconfig(server.address() + "/clusters/c-1/"), TIMEOUT)) {
                assertThat(cluster.ping()).isPositive();
            }
        }
    }

    @Test
    void aFileThatIsNotThere() {
        var file = folder.resolve("nowhere");

        assertRefused(new KubeconfigSource.File(file, null), "the kubeconfig " + file + " does not exist");
    }

    @Test
    void aFolder() {
        assertRefused(new KubeconfigSource.File(folder, null), "the kubeconfig " + folder + " cannot be read");
    }

    @Test
    void aFileThatIsNotText() throws IOException {
        var file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertRefused(new KubeconfigSource.File(file, null), "the kubeconfig " + file + " is not a text file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "{token: very-secret", "a: b\n c: very-secret", "[very-secret]", "kind: Config"})
    void aTextThatIsNoKubeconfigIsNotRepeated(String text) {
        assertThatExceptionOfType(Transient.class)
                .isThrownBy(() -> connect(new KubeconfigSource.Text(text, null)))
                .withMessageStartingWith("the kubeconfig is not a kubeconfig")
                .withNoCause()
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("very-secret"));
    }

    @Test
    void aContextThatIsNotThere() {
        assertRefused(
                new KubeconfigSource.Text(kubeconfig("http://localhost:1"), "other"),
                "the kubeconfig has no context \"other\"; it has main");
    }

    @Test
    void noContextAtAll() {
        assertRefused(
                new KubeconfigSource.Text(kubeconfig("http://localhost:1").replace("current-context: main", ""), null),
                "the kubeconfig has no current context, and none was chosen");
    }

    @Test
    void aContextOfAClusterThatIsNotThere() {
        assertRefused(
                new KubeconfigSource.Text(kubeconfig("http://localhost:1").replace("name: it", "name: that"), null),
                "the kubeconfig has no address for the cluster \"it\" of context \"main\"");
    }

    @Test
    void aContextOfAUserWhoIsNotThere() {
        assertRefused(
                new KubeconfigSource.Text(kubeconfig("http://localhost:1").replace("name: me", "name: you"), null),
                "the kubeconfig has no user \"me\", whom context \"main\" names");
    }

    @Test
    void aCertificateFileThatIsNotThere() {
        var text = kubeconfig("https://localhost:1")
                .replace("cluster: {", "cluster: {certificate-authority: nowhere.crt, ");

        assertThatExceptionOfType(Transient.class)
                .isThrownBy(() -> connect(new KubeconfigSource.Text(text, null)))
                .withMessageContaining("certificates or keys");
    }

    @Test
    void noPodAroundUs() {
        assertThatExceptionOfType(Transient.class)
                .isThrownBy(() -> Kubeconfigs.inCluster(Map.of(), folder))
                .withMessageStartingWith("Slipway does not run in a pod");
    }

    @Test
    void theServiceAccountOfThePod() throws IOException {
        Files.writeString(folder.resolve("token"), "first\n");
        Files.writeString(folder.resolve("ca.crt"), "");
        var config = Kubeconfigs.inCluster(
                Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"), folder);

        assertThat(config.getMasterUrl()).isEqualTo("https://[fd00::1]:6443/");
        assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("first");
        Files.writeString(folder.resolve("token"), "second\n");
        assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("second");
    }

    @Test
    void nobodyListens() {
        assertRefused(
                new KubeconfigSource.Text(kubeconfig("http://127.0.0.1:1"), null), "nothing listens at 127.0.0.1:1");
    }

    @Test
    void aHostThatIsNotKnown() {
        assertRefused(
                new KubeconfigSource.Text(kubeconfig("https://cluster.invalid:6443"), null),
                "the host of cluster.invalid:6443 is not known");
    }

    @Test
    void credentialsThatAreNotAccepted() {
        try (var server = new StubApiServer()) {
            server.on("/version", text(401, "{\"kind\": \"Status\", \"message\": \"Unauthorized\", \"code\": 401}"));

            assertRefused(
                    new KubeconfigSource.Text(kubeconfig(server.address()), null),
                    "the API server does not accept the credentials of this connection");
        }
    }

    @Test
    void aServerThatDoesNotAnswer() {
        try (var server = new StubApiServer()) {
            server.on("/version", exchange -> StubApiServer.sleep(Duration.ofSeconds(20)));

            assertThatExceptionOfType(Transient.class)
                    .isThrownBy(() -> server.connect(Duration.ofSeconds(3)))
                    .withMessageEndingWith("did not answer in time");
        }
    }

    @Test
    void somethingElseThatSpeaksNoTls() {
        try (var server = new StubApiServer()) {
            assertThatExceptionOfType(Transient.class)
                    .isThrownBy(() ->
                            StubApiServer.connect(kubeconfig(server.address().replace("http:", "https:")), TIMEOUT))
                    .withMessageStartingWith("nothing answers at 127.0.0.1:");
        }
    }

    @Test
    void aSourceDoesNotShowItsText() {
        assertThat(new KubeconfigSource.Text(kubeconfig("http://localhost:1"), null).toString())
                .doesNotContain("very-secret");
    }

    private static void assertRefused(KubeconfigSource source, String message) {
        assertThatExceptionOfType(Transient.class)
                .isThrownBy(() -> connect(source))
                .withMessage(message);
    }

    private static KubernetesCluster connect(KubeconfigSource source) {
        return KubernetesCluster.connect(new ClusterId("stub"), source, InstantSource.system(), TIMEOUT);
    }
}
