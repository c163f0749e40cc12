package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.BlueprintVersion.Status;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.testing.SlipwayTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SlipwayTest
@ActiveProfiles("demo")
class DeprecationsTests {

    private static final String NAME = "rag-stack";
    private static final Caller ANA = admin("ana.ferreira");
    private static final Caller MIRA =
            new Caller(new PersonId("mira.okafor"), "Mira Okafor", Set.of(), Map.of(), ApproverScope.NONE);
    private static final LocalDate LATER = LocalDate.of(2099, 1, 31);

    private static int raised = 700;

    @Autowired
    Deprecations deprecations;

    @Autowired
    Catalog catalog;

    @Autowired
    CatalogImport importing;

    @Autowired
    JdbcClient database;

    private String version = "";

    private static Caller admin(String id) {
        return new Caller(new PersonId(id), id, Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE);
    }

    @BeforeEach
    void aVersionAboveAllOthers() {
        var before = catalog.versions(NAME).getFirst();
        version = "%d.0.0".formatted(raised++);
        var files = new TreeMap<>(before.files().byPath());
        files.put(
                BlueprintFiles.BLUEPRINT,
                before.files().blueprint().replace("version: " + before.version(), "version: " + version));
        importing.bring(NAME, new BlueprintFiles((Map<String, String>) files));
    }

    @Test
    void aDeprecatedVersionSaysUntilWhenAndMakesRoomForACertifiedOne() {
        assertThat(catalog.latest(NAME).orElseThrow().version()).isEqualTo(version);

        deprecations.deprecate(ANA, NAME, version, seen(), LATER, " Use 2. ");

        var deprecated = catalog.version(NAME, version);
        assertThat(deprecated.status()).isEqualTo(Status.DEPRECATED);
        assertThat(deprecated.deprecation()).hasValueSatisfying(end -> {
            assertThat(end.until()).isEqualTo(LATER);
            assertThat(end.note()).isEqualTo("Use 2.");
            assertThat(end.by()).isEqualTo(ANA.person());
        });
        assertThat(catalog.latest(NAME).orElseThrow().version()).isNotEqualTo(version);
        assertThat(catalog.latest(NAME).orElseThrow().status()).isEqualTo(Status.CERTIFIED);
    }

    @Test
    void itIsRetiredOnTheDayThatWasToldAndNotBefore() {
        assertThatThrownBy(() -> deprecations.retire(ANA, NAME, version, seen()))
                .isInstanceOf(ConflictException.class);
        deprecations.deprecate(ANA, NAME, version, seen(), LATER, "Use 2.");
        assertThatThrownBy(() -> deprecations.retire(ANA, NAME, version, seen()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("31 Jan 2099");
        database.sql(
                        "update catalog.version set retires_on = current_date - 1 where name = :name and version = :version")
                .param("name", NAME)
                .param("version", version)
                .update();

        deprecations.retire(ANA, NAME, version, seen());

        assertThat(catalog.version(NAME, version).status()).isEqualTo(Status.RETIRED);
        assertThat(catalog.version(NAME, version).retirement().map(Retirement::by))
                .contains(ANA.person());
        assertThat(catalog.latest().stream().filter(each -> each.version().equals(version)))
                .isEmpty();
        assertThatThrownBy(() -> deprecations.deprecate(ANA, NAME, version, seen(), LATER, "Again."))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void ofTwoWhoSawTheSameOnlyTheFirstCounts() {
        var seen = seen();
        deprecations.deprecate(ANA, NAME, version, seen, LATER, "Use 2.");

        assertThatThrownBy(() ->
                        deprecations.deprecate(admin("noor.bakker"), NAME, version, seen, LATER.plusDays(1), "Use 3."))
                .isInstanceOf(ConflictException.class);
        assertThat(catalog.version(NAME, version).deprecation().orElseThrow().note())
                .isEqualTo("Use 2.");
        deprecations.deprecate(admin("noor.bakker"), NAME, version, seen(), LATER.plusDays(1), "Use 3.");
        assertThat(catalog.version(NAME, version).deprecation().orElseThrow().until())
                .isEqualTo(LATER.plusDays(1));
    }

    @Test
    void aNoteAndADayToComeAreNeeded() {
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        assertThatThrownBy(() -> deprecations.deprecate(ANA, NAME, version, seen(), LATER, " "))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> deprecations.deprecate(ANA, NAME, version, seen(), today, "Use 2."))
                .isInstanceOf(InvalidException.class);
        assertThat(catalog.version(NAME, version).status()).isEqualTo(Status.CERTIFIED);
    }

    @Test
    void forOthersThereIsNothingToDeprecate() {
        assertThatThrownBy(() -> deprecations.deprecate(MIRA, NAME, version, seen(), LATER, "Use 2."))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> deprecations.retire(MIRA, NAME, version, seen()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theDatabaseLetsAStatusGoForwardOnly() {
        for (var status : List.of("retired", "certified")) {
            if (status.equals("certified")) {
                deprecations.deprecate(ANA, NAME, version, seen(), LATER, "Use 2.");
            }
            assertThatThrownBy(() -> database.sql(
                                    "update catalog.version set status = :status where name = :name and version = :version")
                            .param("status", status)
                            .param("name", NAME)
                            .param("version", version)
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("does not become " + status);
        }
    }

    private long seen() {
        return catalog.version(NAME, version).changes();
    }
}
