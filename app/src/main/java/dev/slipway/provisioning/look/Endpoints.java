package dev.slipway.provisioning.look;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.Facts.SecretKey;
import dev.slipway.blueprint.Output;
import dev.slipway.catalog.Catalog;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.provisioning.ChatConnection;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.OutputView;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.intent.RevisionStore;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The way to what an instance offers. Secrets are read from the cluster when they are asked for, and kept nowhere. */
@Component
public class Endpoints {

    private final RevisionStore revisions;
    private final Catalog catalog;
    private final ClusterLook look;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    Endpoints(
            RevisionStore revisions,
            Catalog catalog,
            ClusterLook look,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.revisions = revisions;
        this.catalog = catalog;
        this.look = look;
        this.audit = audit;
        this.transactions = transactions;
    }

    public ChatConnection connect(Instance instance) {
        if (instance.state() != InstanceState.READY && instance.state() != InstanceState.DEGRADED) {
            throw new ConflictException(
                    "not-ready",
                    "%s answers once it is ready.".formatted(instance.origin().name()));
        }
        var endpoint = instance.outputs().stream()
                .filter(output ->
                        output.kind().equals("openai") && output.value().isPresent())
                .map(OutputView::value)
                .findFirst()
                .flatMap(value -> value)
                .map(URI::create)
                .orElseThrow(() -> new NotFoundException(
                        "no-endpoint",
                        "%s offers no endpoint to talk to."
                                .formatted(instance.origin().name())));
        var revision = revisions.get(instance.id(), instance.revision());
        var port = endpoint.getPort() < 0 ? 80 : endpoint.getPort();
        var host = endpoint.getHost();
        var service = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
        return new ChatConnection(
                look.connect(instance, service, port),
                endpoint.getPath(),
                key(instance, revision),
                String.valueOf(revision.parameters().getOrDefault("model", "")));
    }

    private String key(Instance instance, Revision revision) {
        return outputs(instance, revision).stream()
                .flatMap(output -> java.util.Optional.ofNullable(output.secret()).stream())
                .findFirst()
                .map(secret -> look.secret(instance, secret.name(), secret.key()))
                .orElse("");
    }

    private List<Output> outputs(Instance instance, Revision revision) {
        var version = catalog.version(instance.origin().blueprint(), revision.blueprintVersion());
        return version.blueprint().outputs(revision.parameters(), revision.facts());
    }

    /** Recorded before it is shown. */
    public String reveal(Caller caller, Instance instance, String name) {
        var secret = secret(instance, name);
        transactions.executeWithoutResult(transaction -> audit.record(AuditEntry.of(
                        caller.person(),
                        "instance.secret-shown",
                        "instance",
                        instance.id().toString(),
                        instance.origin().team(),
                        "Saw %s of %s in %s"
                                .formatted(
                                        name,
                                        instance.origin().name(),
                                        instance.origin().environment()))
                .with("output", name)));
        return look.secret(instance, secret.name(), secret.key());
    }

    private SecretKey secret(Instance instance, String name) {
        return outputs(instance, revisions.get(instance.id(), instance.revision())).stream()
                .filter(output -> output.name().equals(name))
                .flatMap(output -> java.util.Optional.ofNullable(output.secret()).stream())
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "output-not-found",
                        "%s has no secret output %s."
                                .formatted(instance.origin().name(), name)));
    }
}
