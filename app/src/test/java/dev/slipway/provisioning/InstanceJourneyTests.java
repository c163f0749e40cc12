package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.CLAIMS;
import static dev.slipway.provisioning.Launching.MIRA;
import static dev.slipway.provisioning.Launching.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.TeamRole;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditTrail;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.cost.Usage;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.guard.GuardNames;
import dev.slipway.provisioning.state.Fields;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the form to the cluster and back, on sandbox clusters. */
@ProvisioningTest
class InstanceJourneyTests {

    private static final Caller LENA = new Caller(
            new PersonId("lena.vogt"),
            "Lena Vogt",
            Set.of(),
            Map.of(new TeamId("fraud"), TeamRole.OWNER),
            ApproverScope.NONE);

    @Autowired
    Instances instances;

    @Autowired
    Launching launching;

    @Autowired
    TestClusters clusters;

    @Autowired
    Quotas quotas;

    @Autowired
    Usage usage;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstancesOfBlueprint figures;

    private ProbedCluster hamburg;

    @BeforeEach
    void forgetWhatWas() {
        hamburg = clusters.hamburg();
        hamburg.forget();
    }

    @AfterEach
    void endWhatIsLeft() {
        hamburg.unprobed();
        hamburg.away(false);
        launching.endAll();
    }

    private static ObjectKey deployment(String name) {
        return new ObjectKey("apps/v1", "Deployment", TEST.namespace(), name);
    }

    private Map<String, Object> live(ObjectKey key) {
        return hamburg.get(key).map(Manifest::content).orElse(Map.of());
    }

    @Test
    void formAndCatalogTellTheSameTimeToReady() {
        launching.await(launching.launch("timed"), InstanceState.READY);

        var told = instances
                .plan(MIRA, Launching.form("timed-next", Map.of()))
                .ready()
                .orElseThrow();

        assertThat(told.measured()).isTrue();
        assertThat(told.time())
                .isEqualTo(Objects.requireNonNull(figures.figures().get("inference-endpoint"))
                        .typicalReady()
                        .orElseThrow());
    }

    @Test
    void becomesReadyIsChangedAndGoesWithoutATrace() {
        var before = quotas.of(CLAIMS).reserved();
        var id = launching.launch("journey");

        var ready = launching.await(id, InstanceState.READY);

        assertThat(ready.endpoint().flatMap(OutputView::value)).hasValue("http://journey.claims-test.svc:8000/v1");
        assertThat(Fields.number(live(deployment("journey")), "status", "readyReplicas"))
                .isEqualTo(1);
        assertThat(instances.objects(MIRA, id))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.condition()).isEqualTo(ObjectView.Condition.READY));
        assertThat(ready.hourly()).isGreaterThan(Money.ZERO);
        assertThat(instances.steps(MIRA, id))
                .allSatisfy(step -> assertThat(step.finished()).isPresent());

        launching.change(id, Map.of("sequences", "8"));
        var changed = launching.await(id, InstanceState.READY);
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(Fields.list(live(deployment("journey")), "spec", "template", "spec", "containers")
                        .toString())
                .contains("--max-num-seqs, 8");

        launching.end(id);
        assertThat(hamburg.get(deployment("journey"))).isEmpty();
        assertThat(hamburg.list("v1", "Secret", TEST.namespace(), "slipway.dev/instance=journey"))
                .isEmpty();
        assertThat(quotas.of(CLAIMS).reserved().minus(before)).isEqualTo(Holding.NONE);
        assertThat(usage.rate(id)).isEmpty();
        assertThat(usage.soFar(id, Instant.now())).isGreaterThan(Money.ZERO);
        assertThat(audit.search(AuditQuery.EVERYTHING).entries().stream()
                        .filter(entry -> entry.entry().subject().equals(id.toString()))
                        .map(entry -> entry.entry().action()))
                .containsExactly("instance.deleted", "instance.changed", "instance.launched");
    }

    @Test
    void tellsEachTransitionWithItsDuration() {
        var id = launching.launch("told");
        launching.await(id, InstanceState.READY);

        var transitions = instances.timeline(MIRA, id).reversed().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.TRANSITION)
                .toList();

        assertThat(transitions.stream().flatMap(entry -> entry.state().stream()))
                .startsWith(InstanceState.QUEUED, InstanceState.PROVISIONING, InstanceState.READY);
        assertThat(transitions.subList(1, transitions.size()))
                .allSatisfy(entry -> assertThat(entry.after()).isPresent());
        launching.end(id);
    }

    @Test
    void guardsStandBeforeTheFirstWorkload() {
        var prod = new EnvironmentId(CLAIMS, "prod");
        var id = launching.launch(Launching.form(prod, "guarded", Map.of()));
        launching.await(id, InstanceState.READY);

        var kinds = hamburg.calls().stream().map(call -> call.key().kind()).toList();
        var first = hamburg.calls().stream()
                .filter(call -> call.user() != null || call.isOf("Job") || call.isOf("Deployment"))
                .findFirst()
                .orElseThrow();
        var before = hamburg.calls().subList(0, hamburg.calls().indexOf(first)).stream()
                .map(call -> call.key().kind())
                .toList();

        assertThat(kinds.getFirst()).isEqualTo("Namespace");
        assertThat(before)
                .contains("ResourceQuota", "LimitRange", "NetworkPolicy", "ServiceAccount", "Role", "RoleBinding");
        assertThat(hamburg.calls().stream().filter(call -> call.isOf("Deployment")))
                .allSatisfy(call -> assertThat(call.user()).isEqualTo(GuardNames.applyingUser(prod)));
    }

    @Test
    void theNamespaceMayHoldExactlyTheGpuThatItsInstancesHold() {
        var one = launching.launch("hold-one");
        var two = launching.launch("hold-two");
        launching.await(one, InstanceState.READY);
        launching.await(two, InstanceState.READY);

        var hard = Fields.map(
                live(new ObjectKey("v1", "ResourceQuota", TEST.namespace(), GuardNames.QUOTA)), "spec", "hard");
        assertThat(hard).containsEntry("requests.nvidia.com/mig-3g.40gb", "2");
        assertThat(hard).containsEntry("requests.nvidia.com/mig-1g.10gb", "0");
        launching.end(one);
        launching.end(two);
    }

    @Test
    void theNamespaceGoesAfterItsLastInstance() {
        var id = launching.launch("last");
        launching.await(id, InstanceState.READY);
        launching.end(id);

        Launching.until(() -> hamburg.get(new ObjectKey("v1", "Namespace", null, TEST.namespace()))
                .isEmpty());
    }

    @Test
    void aSecretIsMadeOnceAndKeptByChanges() {
        var id = launching.launch("secretive");
        launching.await(id, InstanceState.READY);
        var before = instances.reveal(MIRA, id, "apiKey");

        launching.change(id, Map.of("sequences", "2"));
        launching.await(id, InstanceState.READY);

        assertThat(before).hasSizeGreaterThan(30);
        assertThat(instances.reveal(MIRA, id, "apiKey")).isEqualTo(before);
        var everything = jdbc.sql("""
                select count(*) from (select i::text as row from provisioning.instance i
                  union all select r::text from provisioning.revision r union all select o::text from provisioning.object o
                  union all select t::text from provisioning.timeline t) rows where row like '%' || :secret || '%'""").param("secret", before).query(Long.class).single();
        assertThat(everything).isZero();
        launching.end(id);
    }

    @Test
    void aTakenNameIsAnErrorOfItsField() {
        var id = launching.launch("taken");

        var again = instances.submit(
                MIRA, Launching.form("taken", Map.of()), UUID.randomUUID().toString());

        assertThat(again)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.plan().error("name"))
                                .hasValueSatisfying(
                                        message -> assertThat(message).contains("taken")));
        launching.await(id, InstanceState.READY);
        launching.end(id);
        launching.end(launching.launch("taken"));
    }

    @Test
    void submittingTwiceMakesOneInstance() {
        var key = UUID.randomUUID().toString();
        var form = Launching.form("twice", Map.of());

        var first = Launching.accepted(instances.submit(MIRA, form, key));
        var second = Launching.accepted(instances.submit(MIRA, form, key));

        assertThat(second).isEqualTo(first);
        assertThat(instances.list(MIRA, InstanceFilter.ALL).stream()
                        .filter(view -> view.name().equals("twice")))
                .hasSize(1);
        launching.end(first);
    }

    @Test
    void aJobThatIsDoneGivesItsGpuBackAndKeepsItsVolumes() {
        var before = quotas.of(CLAIMS).reserved();
        var id = launching.launch(Launching.training("trained"));
        var wanted = quotas.held(id).amounts();

        launching.await(id, InstanceState.COMPLETED);

        assertThat(wanted.gpu()).isNotEmpty();
        assertThat(quotas.held(id).amounts()).isEqualTo(new Amounts(0, 0, wanted.storageBytes(), 0, Map.of()));
        var training = instances.revisions(MIRA, id).getFirst().hourly();
        assertThat(usage.rate(id))
                .hasValueSatisfying(
                        rate -> assertThat(rate).isGreaterThan(Money.ZERO).isLessThan(training));
        assertThat(hamburg.list("v1", "PersistentVolumeClaim", TEST.namespace(), "slipway.dev/instance=trained"))
                .hasSize(1);

        launching.end(id);
        assertThat(quotas.of(CLAIMS).reserved()).isEqualTo(before);
        assertThat(usage.rate(id)).isEmpty();
    }

    @Test
    void whatARevisionNoLongerHasIsTakenAwayAfterItsSuccessorIsThere() {
        var id = launching.launch(Launching.training("retrained"));
        launching.await(id, InstanceState.COMPLETED);
        var first = names("batch/v1", "Job", "retrained");
        hamburg.forget();

        launching.change(id, Map.of("epochs", "1"));
        Launching.until(() -> instances.get(MIRA, id).revision() == 2
                && instances.get(MIRA, id).state() == InstanceState.COMPLETED);

        var second = names("batch/v1", "Job", "retrained");
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(names("v1", "ConfigMap", "retrained")).hasSize(1);
        assertThat(hamburg.calls().stream().filter(call -> call.isOf("Job")).map(ProbedCluster.Call::verb))
                .containsSubsequence("apply", "delete");
        assertThat(instances.timeline(MIRA, id))
                .anyMatch(entry -> entry.text().startsWith("Job " + first.getFirst() + " is no longer part of it"));
        launching.end(id);
    }

    private List<String> names(String apiVersion, String kind, String instance) {
        return hamburg.list(apiVersion, kind, TEST.namespace(), "slipway.dev/instance=" + instance).stream()
                .map(object -> object.key().name())
                .toList();
    }

    @Test
    void putsBackWhatSomebodyElseChanged() {
        var id = launching.launch("drifting");
        launching.await(id, InstanceState.READY);
        scaleByHand(deployment("drifting"), 3);

        Launching.until(() -> instances.timeline(MIRA, id).stream()
                .anyMatch(entry ->
                        entry.text().equals("Deployment drifting had been changed outside Slipway and was put back.")));
        assertThat(Fields.number(live(deployment("drifting")), "spec", "replicas"))
                .isEqualTo(1);
        launching.await(id, InstanceState.READY);
        launching.end(id);
    }

    private void scaleByHand(ObjectKey key, long replicas) {
        var live = live(key);
        var spec = new LinkedHashMap<>(Fields.map(live, "spec"));
        spec.put("replicas", replicas);
        var scaled = Map.<String, Object>of(
                "apiVersion",
                key.apiVersion(),
                "kind",
                key.kind(),
                "metadata",
                Map.of(
                        "name",
                        key.name(),
                        "namespace",
                        TEST.namespace(),
                        "labels",
                        Fields.map(live, "metadata", "labels")),
                "spec",
                spec);
        clusters.hamburgItself().apply(new Manifest(scaled), ApplyOptions.OWN);
    }

    @Test
    void aGuardThatSomebodyTookAwayIsPutBack() {
        var id = launching.launch("unguarded");
        launching.await(id, InstanceState.READY);
        var policy = new ObjectKey("networking.k8s.io/v1", "NetworkPolicy", TEST.namespace(), GuardNames.DEFAULT_DENY);

        clusters.hamburgItself().delete(policy, null, null);

        Launching.until(() -> hamburg.get(policy).isPresent());
    }

    @Test
    void aNamespaceThatSomebodyTookAwayComesBackWithAllThatWasInIt() {
        var id = launching.launch("refugee");
        launching.await(id, InstanceState.READY);

        clusters.hamburgItself().delete(new ObjectKey("v1", "Namespace", null, TEST.namespace()), null, null);

        Launching.until(() -> Fields.number(live(deployment("refugee")), "status", "readyReplicas") == 1);
        launching.await(id, InstanceState.READY);
        assertThat(hamburg.get(new ObjectKey("v1", "ResourceQuota", TEST.namespace(), GuardNames.QUOTA)))
                .isPresent();
        assertThat(hamburg.list("batch/v1", "Job", TEST.namespace(), "")).hasSize(1);
        assertThat(instances.timeline(MIRA, id))
                .anyMatch(entry -> entry.text().equals("Deployment refugee was gone and has been made again."));
    }

    @Test
    void aClusterThatIsAwayIsWaitedFor() {
        hamburg.away(true);
        var form = Launching.form("patient", Map.of());
        assertThat(instances.plan(MIRA, form).placement().candidates())
                .anySatisfy(candidate -> assertThat(candidate.reason()).contains("does not answer"));
        hamburg.away(false);
        hamburg.probe((moment, call) -> {
            if (call.key().name().startsWith("patient")) {
                hamburg.away(true);
            }
        });
        var id = launching.launch("patient");
        Launching.until(() -> instances.get(MIRA, id).nextTry().isPresent());
        assertThat(instances.get(MIRA, id).sentence()).contains("ham-1 does not answer: connection refused");

        hamburg.unprobed();
        hamburg.away(false);

        launching.await(id, InstanceState.READY);
        launching.end(id);
    }

    @Test
    void endsByItselfWhenItsTimeIsUp() {
        var id = launching.launch("short-lived");
        launching.await(id, InstanceState.READY);

        instances.setExpiry(MIRA, id, Optional.of(Instant.now().plusMillis(300)));

        launching.await(id, InstanceState.DELETED);
    }

    @Test
    void anotherLaunchChangesOnlyTheQuotaAmongTheGuards() {
        launching.await(launching.launch("first"), InstanceState.READY);
        clusters.hamburg().forget();

        launching.await(launching.launch("second"), InstanceState.READY);

        assertThat(clusters.hamburg().calls())
                .extracting(call -> call.key().kind())
                .contains("ResourceQuota")
                .doesNotContain("Namespace", "LimitRange", "Role", "RoleBinding", "ServiceAccount");
    }

    @Test
    void aChangeThatBeganFromAnOlderRevisionIsRefused() {
        var id = launching.launch("contested");
        launching.await(id, InstanceState.READY);
        var old = instances.formOf(MIRA, id);
        launching.change(id, Map.of("sequences", "2"));

        assertThatThrownBy(
                        () -> instances.change(MIRA, id, old, UUID.randomUUID().toString()))
                .isInstanceOf(ConflictException.class);
        launching.await(id, InstanceState.READY);
        launching.end(id);
    }

    @Test
    void badInputIsAnErrorOfItsField() {
        var plan = instances.plan(MIRA, Launching.form("", Map.of("model", "no-such-model", "replicas", "9")));

        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.errors().stream().map(error -> error.path()))
                .contains("name", "parameters.model", "parameters.replicas");
        assertThat(instances.submit(MIRA, Launching.form("Not A Name", Map.of()), "k"))
                .isInstanceOf(Submission.Refused.class);
    }

    @Test
    void theNamesOfTheGuardsAreNotForInstances() {
        for (var name : List.of("slipway", "slipway-default", "slipway-dns")) {
            assertThat(instances.plan(MIRA, Launching.form(name, Map.of())).error("name"))
                    .as(name)
                    .hasValueSatisfying(message -> assertThat(message).contains("slipway"));
        }
        assertThat(instances.plan(MIRA, Launching.form("slipways", Map.of())).error("name"))
                .isEmpty();
    }

    @Test
    void aShareOfNoPossibleClusterIsAnErrorOfItsField() {
        var plan = instances.plan(MIRA, Launching.choosing("misplaced", Map.of("server", "Bad Name/b/c")));

        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.error("shares.server")).isPresent();
    }

    @Test
    void aLaunchIsRecordedWithItsEnd() {
        var end = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);

        var id = launching.launch(Launching.until("dated", end));

        assertThat(audit.search(AuditQuery.EVERYTHING).entries().stream()
                        .map(recorded -> recorded.entry())
                        .filter(entry -> entry.subject().equals(id.toString())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("expires", end.toString()));
    }

    @Test
    void strangersKnowNothingOfIt() {
        InstanceId id = launching.launch("hidden");

        assertThatThrownBy(() -> instances.get(LENA, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> instances.delete(LENA, id)).isInstanceOf(NotFoundException.class);
        assertThat(instances.list(LENA, InstanceFilter.ALL))
                .noneMatch(view -> view.id().equals(id));
        for (var caller : List.of(MIRA, LENA)) {
            assertThat(instances.count(caller, InstanceFilter.ALL))
                    .isEqualTo(instances.list(caller, InstanceFilter.ALL).size());
        }
        assertThatThrownBy(() -> instances.plan(LENA, Launching.form("x", Map.of())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> instances.delete(Caller.SYSTEM, id)).isInstanceOf(RefusedException.class);
        launching.await(id, InstanceState.READY);
        launching.end(id);
    }

    @Test
    void aRevisionIsNeverAltered() {
        var id = launching.launch("fixed");
        var altered = jdbc.sql("update provisioning.revision set summary = 'x' where instance = :id")
                .param("id", id.value());

        assertThatThrownBy(altered::update).hasMessageContaining("revision");
        launching.await(id, InstanceState.READY);
        launching.end(id);
    }

    @Test
    void plansTheSameAsItSubmits() {
        var form = Launching.form("planned", Map.of());
        var plan = instances.plan(MIRA, form);
        var id = launching.launch(form);

        assertThat(plan.verdict()).isInstanceOf(Verdict.Automatic.class);
        assertThat(plan.objects()).extracting(PlannedObject::kind).contains("Deployment", "Service", "Secret");
        assertThat(instances.revisions(MIRA, id)).singleElement().satisfies(revision -> {
            assertThat(revision.planHash()).isEqualTo(plan.hash());
            assertThat(revision.hourly())
                    .isEqualTo(plan.price().orElseThrow().most().hourly());
        });
        launching.await(id, InstanceState.READY);
        var none = instances.planChange(MIRA, id, instances.formOf(MIRA, id));
        assertThat(none.objects())
                .allSatisfy(object -> assertThat(object.action()).isEqualTo(PlannedObject.Action.KEEP));
        assertThat(none.restarts()).isFalse();
        launching.end(id);
    }

    @Test
    void whatFollowsTheLoadIsPricedFromItsLeastToItsMost() {
        var two = Map.of("replicas", "1", "scaling", "true", "mostReplicas", "2");
        var elastic =
                instances.plan(MIRA, Launching.form("elastic", two)).price().orElseThrow();
        var single = instances
                .plan(MIRA, Launching.form("single", Map.of("replicas", "1")))
                .price()
                .orElseThrow();
        var both = instances
                .plan(MIRA, Launching.form("both", Map.of("replicas", "2")))
                .price()
                .orElseThrow();

        assertThat(elastic.isOpen()).isTrue();
        assertThat(elastic.leastHourly()).isEqualTo(single.most().hourly());
        assertThat(elastic.most().hourly()).isEqualTo(both.most().hourly());
        assertThat(single.isOpen()).isFalse();
    }
}
