package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
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

    /**
     * The portal reads its rooms, in the order of their migrations, from this file; looking at its own classes instead
     * costs it five seconds of each start.
     */
    @Test
    void theRoomsKnownAtStartAreTheseRooms() throws IOException {
        var known = new ClassPathResource("META-INF/spring-modulith/application-modules.json")
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(known)
                .isEqualToIgnoringWhitespace(StreamSupport.stream(
                                ApplicationModuleIdentifiers.of(rooms).spliterator(), false)
                        .map("\"%s\": {}"::formatted)
                        .collect(Collectors.joining(", ", "{", "}")));
    }
}
