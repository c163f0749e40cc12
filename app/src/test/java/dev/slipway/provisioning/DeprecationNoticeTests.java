package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Deprecations;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who runs a version hears of its end where they look at what runs. */
@ProvisioningTest
class DeprecationNoticeTests {

    private static final String NAME = "inference-endpoint";
    private static final String ENDING = "900.0.0";
    private static final LocalDate UNTIL = LocalDate.of(2099, 1, 31);
    private static final Caller ANA = new Caller(
            new PersonId("ana.ferreira"),
            "Ana Ferreira",
            Set.of(PlatformRole.PLATFORM_ADMIN),
            Map.of(),
            ApproverScope.NONE);

    @Autowired
    Deprecations deprecations;

    @Autowired
    Catalog catalog;

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    JdbcClient database;

    private String before = "";

    @BeforeEach
    void aVersionAboveTheOneThereIs() {
        before = catalog.latest(NAME).orElseThrow().version();
        database.sql("""
                insert into catalog.version (name, version, status, files, content_hash, published_at, published_by)
                select name, :ending, 'certified', copy, encode(sha256(convert_to(copy::text, 'UTF8')), 'hex'), now(), 'slipway'
                from (select name, jsonb_set(files, '{blueprint.yaml}', to_jsonb(replace(files ->> 'blueprint.yaml',
                  'version: ' || version, 'version: ' || :ending))) as copy
                  from catalog.version where name = :name and version = :before) as copied""")
                .param("ending", ENDING)
                .param("name", NAME)
                .param("before", before)
                .update();
    }

    @AfterEach
    void endWhatIsLeft() {
        launching.endAll();
    }

    @Test
    void ownersOfRunningInstancesAreToldWithTheDate() {
        var running = launching.launch("ending");
        launching.await(running, InstanceState.READY);
        var other = launching.launch("staying", before);
        launching.await(other, InstanceState.READY);
        var gone = launching.launch("gone");
        launching.end(gone);
        assertThat(instances.get(MIRA, running).blueprintVersion()).isEqualTo(ENDING);

        deprecations.deprecate(
                ANA, NAME, ENDING, catalog.version(NAME, ENDING).changes(), UNTIL, "Upgrade to the next version.");

        assertThat(told(running))
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains(ENDING, "may be retired on 31 Jan 2099", "Upgrade to the next version."));
        assertThat(told(other)).isEmpty();
        assertThat(told(gone)).isEmpty();
        assertThat(instances.get(MIRA, running).state()).isEqualTo(InstanceState.READY);
    }

    private List<String> told(InstanceId instance) {
        return instances.timeline(MIRA, instance).stream()
                .map(TimelineEntry::text)
                .filter(text -> text.contains("deprecated"))
                .toList();
    }
}
