package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.slipway.testing.SlipwayTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** One cluster's kubeconfig is wrong: the portal starts, says so where it matters, and goes on with the others. */
@SlipwayTest
@ActiveProfiles("demo")
@Import(Launching.class)
@TestPropertySource(
        properties = {
            "slipway.cluster.data=",
            "slipway.cluster.clusters[0].name=ham-1",
            "slipway.cluster.clusters[0].region=eu-de-hamburg",
            "slipway.cluster.clusters[0].kind=kubernetes",
            "slipway.cluster.clusters[0].kubeconfig=/nowhere/kubeconfig",
            "slipway.cluster.clusters[1].name=fra-2",
            "slipway.cluster.clusters[1].region=eu-de-frankfurt",
            "slipway.cluster.clusters[1].kind=sandbox",
            "slipway.cluster.clusters[1].nodes[0].pool=a100",
            "slipway.cluster.clusters[1].nodes[0].count=1",
            "slipway.cluster.clusters[1].nodes[0].cpu=96",
            "slipway.cluster.clusters[1].nodes[0].memory=1Ti",
            "slipway.cluster.clusters[1].nodes[0].gpu.product=NVIDIA-A100-SXM4-80GB",
            "slipway.cluster.clusters[1].nodes[0].gpu.family=ampere",
            "slipway.cluster.clusters[1].nodes[0].gpu.compute=8.0",
            "slipway.cluster.clusters[1].nodes[0].gpu.memory=81920",
            "slipway.cluster.clusters[1].nodes[0].gpu.count=8",
            "slipway.cluster.clusters[1].nodes[0].gpu.replicas=4"
        })
class WrongKubeconfigTests {

    @Autowired
    MockMvc web;

    @Autowired
    Launching launching;

    private String page(String path) throws Exception {
        var answer =
                web.perform(get(path).with(user("mira.okafor"))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString()).text();
    }

    @Test
    void capacityNamesTheClusterAndTheFile() throws Exception {
        assertThat(page("/capacity")).contains("ham-1", "/nowhere/kubeconfig", "fra-2", "a100");
    }

    @Test
    void theLaunchPageNamesItToo() throws Exception {
        assertThat(page("/catalog/inference-endpoint/launch?environment=test")).contains("/nowhere/kubeconfig");
    }

    @Test
    void theOthersGoOn() {
        var id = launching.launch(Launching.small("elsewhere"));

        var ready = launching.await(id, InstanceState.READY);

        assertThat(ready.cluster().value()).isEqualTo("fra-2");
    }
}
