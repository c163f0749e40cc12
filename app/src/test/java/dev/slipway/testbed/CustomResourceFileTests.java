package dev.slipway.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CustomResourceFileTests {

    @Test
    void whatTheTestBedAndTheSandboxServeIsWhatBlueprintsAreCheckedAgainst() throws IOException {
        assertThat(CustomResourceFile.written().equals(CustomResourceFile.text()))
                .as("run testbed/schemas after a change of a file under blueprint/custom")
                .isTrue();
    }
}
