package dev.slipway.bench;

import dev.slipway.Slipway;
import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.TeamRole;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.LaunchForm;
import dev.slipway.provisioning.Submission;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A whole portal with a PostgreSQL of its own that keeps what it promises. Measured from the first submission, so that
 * planning, quota and audit count, to the moment at which the last instance's objects are all applied.
 */
final class Engine implements Contender {

    private static final String CLUSTER = "ham-1";
    private static final List<TeamId> TEAMS =
            Stream.of("assist", "claims", "fraud", "search").map(TeamId::new).toList();
    private static final List<EnvironmentId> ENVIRONMENTS = TEAMS.stream()
            .flatMap(team -> Stream.of("dev", "test", "prod").map(name -> new EnvironmentId(team, name)))
            .toList();
    private static final Caller CALLER = new Caller(
            new PersonId("bench"),
            "Bench",
            Set.of(),
            TEAMS.stream().collect(Collectors.toMap(team -> team, team -> TeamRole.DEVELOPER)),
            ApproverScope.NONE);
    private static final Holding PLENTY =
            new Holding(new Amounts(1L << 40, 1L << 55, 1L << 55, 1L << 40, Map.of()), Money.of("1000000000"));

    private final ConfigurableApplicationContext context;
    private final Instances instances;
    private final JdbcClient jdbc;
    private final ConcurrentLinkedQueue<InstanceId> launched = new ConcurrentLinkedQueue<>();

    private Engine(ConfigurableApplicationContext context) {
        this.context = context;
        this.instances = context.getBean(Instances.class);
        this.jdbc = context.getBean(JdbcClient.class);
        var quotas = context.getBean(Quotas.class);
        context.getBean(TransactionOperations.class)
                .executeWithoutResult(
                        transaction -> TEAMS.forEach(team -> quotas.setCeiling(Caller.SYSTEM, team, PLENTY)));
    }

    /** Arguments: kubeconfig, catalog folder, folder for the database. */
    static void main(String... arguments) {
        Contest.enter(new Engine(SpringApplication.run(
                Slipway.class,
                "--slipway.demo=true",
                "--slipway.provisioning.examples=false",
                "--slipway.catalog.location=" + Path.of(arguments[1]).toUri(),
                "--slipway.database.embedded=true",
                "--slipway.database.folder=" + arguments[2],
                "--slipway.cluster.clusters[0].name=" + CLUSTER,
                "--slipway.cluster.clusters[0].region=eu",
                "--slipway.cluster.clusters[0].kind=kubernetes",
                "--slipway.cluster.clusters[0].kubeconfig=" + arguments[0],
                "--server.address=127.0.0.1",
                "--server.port=0")));
    }

    @Override
    public Duration provision(int count, String prefix) {
        var names = Contest.names(count, prefix);
        var begun = Instant.now();
        Contest.each(IntStream.range(0, count).boxed().toList(), n -> launch(names.get(n), n));
        System.out.printf("%d submitted in %s%n", count, Duration.between(begun, Instant.now()));
        while (applied(prefix) < count) {
            Contest.pause(50);
        }
        return Duration.between(begun, lastApplied(prefix));
    }

    private void launch(String name, int number) {
        var form = new LaunchForm(
                "seven-objects",
                Optional.empty(),
                ENVIRONMENTS.get(number % ENVIRONMENTS.size()),
                Optional.of(new ClusterId(CLUSTER)),
                name,
                Map.of(),
                Map.of(),
                Optional.empty(),
                "");
        switch (instances.submit(CALLER, form, UUID.randomUUID().toString())) {
            case Submission.Accepted accepted -> launched.add(accepted.instance());
            case Submission.Refused refused ->
                throw new IllegalStateException(
                        refused.plan().verdict() + " " + refused.plan().errors());
        }
    }

    private int applied(String prefix) {
        return jdbc.sql("""
                select count(*) from provisioning.step s join provisioning.instance i on i.id = s.instance
                where i.name like :prefix and s.key = 'objects' and s.finished_at is not null""").param("prefix", prefix + "-%").query(Integer.class).single();
    }

    private Instant lastApplied(String prefix) {
        return jdbc.sql("""
                select max(s.finished_at) from provisioning.step s join provisioning.instance i on i.id = s.instance
                where i.name like :prefix and s.key = 'objects'""")
                .param("prefix", prefix + "-%")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** At rest first, so that what is taken away is what was wanted. */
    @Override
    public void clear() {
        await("READY");
        Contest.each(List.copyOf(launched), id -> instances.delete(CALLER, id));
        launched.clear();
        await("DELETED");
    }

    private void await(String state) {
        while (jdbc.sql("select count(*) from provisioning.instance where state not in ('DELETED', :state)")
                        .param("state", state)
                        .query(Integer.class)
                        .single()
                > 0) {
            Contest.pause(100);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
