package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shell.ui.Toast;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ShellTestApplication.class)
class FragmentRendererTests {

    @Autowired
    private FragmentRenderer renderer;

    @Test
    void rendersAPartWithoutARequestAsAPageWould() {
        var html = renderer.render(
                "components/toast :: toast(toast=${result})",
                Map.of("result", Toast.linked("Ready", "claims-triage is ready", null, "Open", "/instances/1")));

        var toast = Jsoup.parseBodyFragment(html).body().child(0);
        assertThat(toast.select("b").text()).isEqualTo("claims-triage is ready");
        assertThat(toast.select("a").attr("href")).isEqualTo("/instances/1");
        assertThat(toast.select("use").attr("href")).matches("/icons/sprite-[0-9a-f]{32}\\.svg#circle-check");
    }
}
