package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.catalog.InstancesOfBlueprint.Named;
import dev.slipway.catalog.WaysToProduction.Way;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a blueprint's page tells of instances, and to whom. */
@ProvisioningTest
class BlueprintFiguresTests {

    private static final Caller INGRID = new Caller(
            new PersonId("ingrid.solheim"),
            "Ingrid Solheim",
            Set.of(PlatformRole.AUDITOR),
            Map.of(),
            ApproverScope.NONE);

    /** Of no other test, whose instances would count. */
    private final String madeUp = "made-up-" + UUID.randomUUID();

    @Autowired
    InstancesOfBlueprint figures;

    @Autowired
    Launching launching;

    @Autowired
    JdbcClient database;

    @AfterEach
    void endWhatIsLeft() {
        launching.endAll();
        database.sql("update provisioning.instance set state = 'DELETED' where blueprint = :blueprint")
                .param("blueprint", madeUp)
                .update();
    }

    @Test
    void theTimeToReadyIsThatOfTheLaunchWhateverWasChangedSince() {
        var id = launching.launch("timed");
        launching.await(id, InstanceState.READY);
        var before = figures.record("inference-endpoint");

        launching.change(id, Map.of("sequences", "8"));
        launching.await(id, InstanceState.READY);

        var after = figures.record("inference-endpoint");
        assertThat(after.ready()).isNotEmpty().isEqualTo(before.ready()).allMatch(Duration::isPositive);
        assertThat(after.typical())
                .isEqualTo(before.typical())
                .hasValueSatisfying(median -> assertThat(median)
                        .isBetween(after.ready().getFirst(), after.ready().getLast()));
    }

    @Test
    void whoRunsItIsToldOfTheAskersOwnTeamsOnly() {
        var fraud = new EnvironmentId(new TeamId("fraud"), "test");
        launching.await(launching.launch("ours"), InstanceState.READY);
        launching.await(
                launching.launch(
                        Launching.form(fraud, "theirs", Map.of("model", "qwen3-4b-instruct", "sequences", "1"))),
                InstanceState.READY);

        var seen = figures.running(MIRA, "inference-endpoint", 8);
        var all = figures.running(INGRID, "inference-endpoint", 8);

        assertThat(seen.named()).extracting(Named::name).containsExactly("ours");
        assertThat(seen.all()).isEqualTo(1);
        assertThat(seen.named().getFirst().launchedBy()).isEqualTo("Mira Okafor");
        assertThat(all.named()).extracting(Named::name).containsExactlyInAnyOrder("ours", "theirs");
        assertThat(figures.running(INGRID, "inference-endpoint", 1).all()).isEqualTo(2);
    }

    @Test
    void theCatalogDrawsEachShareThatAnInstanceHolds() {
        var id = launching.launch("several");
        launching.await(id, InstanceState.READY);
        launching.change(id, Map.of("replicas", "2"));
        launching.await(id, InstanceState.READY);

        assertThat(figures.mine(MIRA, 3))
                .filteredOn(mine -> mine.name().equals("several"))
                .singleElement()
                .satisfies(mine -> assertThat(mine.strips()).hasSize(2));
    }

    @Test
    void whatFailedCountsAndWhatIsStillOnItsWayDoesNot() {
        instance("claims", "test", "READY", 600, "40 seconds");
        instance("claims", "test", "DELETED", 500, "20 seconds");
        failed(instance("fraud", "test", "FAILED", 400, null));
        failed(instance("fraud", "test", "DELETED", 300, null));
        failed(instance("fraud", "test", "READY", 300, "120 seconds"));
        instance("claims", "test", "PROVISIONING", 200, null);
        instance("claims", "test", "DELETED", 100, null);

        var record = figures.record(madeUp);

        assertThat(record.ready())
                .containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(120));
        assertThat(record.failed()).isEqualTo(2);
        assertThat(record.launches()).isEqualTo(5);
        assertThat(record.typical()).contains(Duration.ofSeconds(40));
    }

    @Test
    void nothingIsMadeUpWhereNothingWasLaunched() {
        var record = figures.record("never-launched");

        assertThat(record.launches()).isZero();
        assertThat(record.typical()).isEmpty();
        assertThat(figures.waysToProduction(INGRID, "never-launched").teams()).isEmpty();
        assertThat(figures.waysToProduction(INGRID, "never-launched").typical()).isEmpty();
    }

    @Test
    void theWayToProductionBeginsWithTheFirstLaunchAnywhere() {
        instance("claims", "dev", "DELETED", 36_000, null);
        instance("claims", "test", "DELETED", 30_000, "60 seconds");
        instance("claims", "prod", "READY", 3_600, "100 seconds");
        instance("fraud", "prod", "READY", 7_200, "200 seconds");
        instance("assist", "test", "READY", 7_200, "60 seconds");

        var told = figures.waysToProduction(MIRA, madeUp);
        var all = figures.waysToProduction(INGRID, madeUp);

        var claims = Duration.ofSeconds(36_000 - 3_600 + 100);
        assertThat(told.teams()).extracting(way -> way.team().value()).containsExactly("claims");
        assertThat(told.teams().getFirst().took()).contains(claims);
        assertThat(told.arrived()).isEqualTo(2);
        assertThat(told.typical()).contains(claims.plusSeconds(200).dividedBy(2));
        assertThat(all.teams())
                .filteredOn(way -> way.team().value().equals("assist"))
                .extracting(Way::took)
                .allMatch(took -> took.isEmpty());
    }

    private UUID instance(String team, String environment, String state, int secondsAgo, @Nullable String ready) {
        var id = UUID.randomUUID();
        database.sql("""
                insert into provisioning.instance (id, name, team, environment, environment_kind, cluster, namespace, blueprint,
                  blueprint_title, wanted, revision, state, state_since, created_by, created_at, submission_key,
                  first_go_ahead_at, ready_at)
                values (:id, :name, :team, :environment, upper(:environment), 'ham-1', 'none', :blueprint, 'Made up', 'NOTHING', 1,
                  :state, now(), 'mira.okafor', date_trunc('hour', now()) - make_interval(secs => :ago), :key,
                  date_trunc('hour', now()) - make_interval(secs => :ago),
                  date_trunc('hour', now()) - make_interval(secs => :ago) + :ready::interval)""")
                .param("id", id)
                .param("name", "m" + id.toString().substring(0, 8))
                .param("team", team)
                .param("environment", environment)
                .param("blueprint", madeUp)
                .param("state", state)
                .param("ago", secondsAgo)
                .param("key", id.toString())
                .param("ready", ready)
                .update();
        return id;
    }

    private void failed(UUID instance) {
        database.sql("""
                insert into provisioning.timeline (instance, at, kind, state, text)
                values (:instance, now(), 'TRANSITION', 'FAILED', 'It failed.')""").param("instance", instance).update();
    }
}
