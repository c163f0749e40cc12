package dev.slipway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private final ApplicationModules rooms = ApplicationModules.of(Slipway.class);

    @Test
    void everyRoomUsesOnlyWhatItSays() {
        rooms.verify();
    }

    @Test
    void drawsTheRooms() {
        new Documenter(rooms).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
