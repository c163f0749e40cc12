package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the folders of the catalog's location into the catalog at start. What is published stays as it is: a folder that
 * says otherwise under the same version is reported as an error and left out, and the portal starts without it.
 *
 * <p>Folders are checked against what is shipped, not against the clusters: at start none need be registered or answer yet,
 * and whether a folder is taken must not depend on which of them does.
 */
@Component
@Order(20)
class CatalogImport implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogImport.class);

    private final CatalogFolders folders;
    private final PublishedVersionRepository published;
    private final UsedSchemas schemas;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final BlueprintCompiler compiler = new BlueprintCompiler();

    CatalogImport(
            CatalogFolders folders,
            PublishedVersionRepository published,
            UsedSchemas schemas,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.folders = folders;
        this.published = published;
        this.schemas = schemas;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        folders.read().forEach((folder, files) -> {
            switch (bring(folder, files)) {
                case Imported imported ->
                    LOG.info("Blueprint {} {} is in the catalog", imported.name, imported.version);
                case Known known -> LOG.debug("Blueprint {} is known", folder);
                case Refused refused -> LOG.error("Blueprint folder {} is left out: {}", folder, refused.reason);
            }
        });
    }

    Outcome bring(String folder, BlueprintFiles files) {
        if (published.existsByKeyNameAndContentHash(folder, ContentHash.of(files))) {
            return new Known();
        }
        var compilation = compiler.compile(files);
        if (compilation.blueprint().isEmpty()) {
            return new Refused(compilation.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .map(Diagnostic::toString)
                    .toList()
                    .toString());
        }
        var descriptor = compilation.blueprint().get().descriptor();
        if (!descriptor.name().equals(folder)) {
            return new Refused("its name is " + descriptor.name() + ", so its folder has to be called that too");
        }
        try {
            return keep(compilation.blueprint().get(), files);
        } catch (DataIntegrityViolationException anotherReplica) {
            return keep(compilation.blueprint().get(), files);
        }
    }

    private Outcome keep(Blueprint blueprint, BlueprintFiles files) {
        return transaction.execute(status -> keepUnlessKnown(blueprint, files));
    }

    private Outcome keepUnlessKnown(Blueprint blueprint, BlueprintFiles files) {
        var name = blueprint.descriptor().name();
        var version = blueprint.descriptor().version();
        var known = published.find(name, version);
        if (known.isPresent()) {
            return known.get().contentHash().equals(ContentHash.of(files))
                    ? new Known()
                    : new Refused(
                            "%s %s is published with other content, and a published version never changes; raise the version"
                                    .formatted(name, version));
        }
        var checkedAgainst = schemas.keep(blueprint, KubernetesSchemas.shipped());
        published.saveAndFlush(PublishedVersion.imported(
                name, version, files, Caller.SYSTEM.person(), clock.instant(), checkedAgainst));
        audit.record(AuditEntry.of(
                Caller.SYSTEM.person(),
                "blueprint.imported",
                "blueprint",
                name,
                "Imported %s %s".formatted(name, version)));
        return new Imported(name, version);
    }

    /** What became of a folder. */
    sealed interface Outcome {}

    record Imported(String name, String version) implements Outcome {}

    record Known() implements Outcome {}

    record Refused(String reason) implements Outcome {}
}
