package dev.slipway.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceModelsTests {

    private final List<DeviceModel> models = DeviceModels.load().all();

    @Test
    void everyProfileFitsWhereItMayBegin() {
        for (var model : models) {
            for (var profile : model.profiles()) {
                assertThat(profile.starts())
                        .as("%s %s", model.name(), profile.name())
                        .allMatch(start -> start + profile.memorySlices() <= model.memorySlices())
                        .hasSizeGreaterThanOrEqualTo(profile.max());
            }
        }
    }

    @Test
    void noProfileHasMoreThanItsPartOfTheMemory() {
        for (var model : models) {
            for (var profile : model.profiles()) {
                assertThat(profile.memoryBytes() * model.memorySlices())
                        .as("%s %s", model.name(), profile.name())
                        .isLessThanOrEqualTo(model.memoryBytes() * profile.memorySlices());
            }
        }
    }

    @Test
    void namesAreUniqueAndNoProductIsClaimedTwice() {
        assertThat(models).extracting(DeviceModel::name).doesNotHaveDuplicates();
        assertThat(models).flatExtracting(DeviceModel::products).doesNotHaveDuplicates();
    }
}
