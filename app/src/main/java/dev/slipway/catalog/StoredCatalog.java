package dev.slipway.catalog;

import static java.util.stream.Collectors.groupingBy;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.UnavailableException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalog as rows, each content compiled once. */
@Service
class StoredCatalog implements Catalog {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCatalog.class);

    private final PublishedVersionRepository published;
    private final Typicals typicals;
    private final Offers offers;
    private final BlueprintCompiler compiler = BlueprintCompiler.unchecked();
    private final Map<String, Optional<Blueprint>> compiled = new ConcurrentHashMap<>();

    StoredCatalog(PublishedVersionRepository published, Typicals typicals, Offers offers) {
        this.published = published;
        this.typicals = typicals;
        this.offers = offers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<BlueprintVersion> latest() {
        return published.findAll().stream()
                .filter(PublishedVersion::isOffered)
                .collect(groupingBy(PublishedVersion::name))
                .values()
                .stream()
                .flatMap(versions -> newest(versions).stream())
                .sorted(Comparator.comparing(
                        version -> version.blueprint().descriptor().title()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BlueprintVersion> latest(String name) {
        return newest(
                published.of(name).stream().filter(PublishedVersion::isOffered).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public BlueprintVersion version(String name, String version) {
        var row = published
                .find(name, version)
                .orElseThrow(() -> new NotFoundException(
                        "blueprint-not-found", "There is no version %s of a blueprint %s.".formatted(version, name)));
        return compiled(row)
                .orElseThrow(() -> new UnavailableException(
                        "blueprint-unreadable",
                        "This version of Slipway cannot read %s %s; the log says why.".formatted(name, version)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<BlueprintVersion> versions(String name) {
        return published.of(name).stream()
                .flatMap(row -> compiled(row).stream())
                .toList();
    }

    @Override
    public Typical typical(BlueprintVersion version) {
        return typicals.of(version);
    }

    @Override
    public List<PresetOffer> offers(BlueprintVersion version) {
        return offers.of(version);
    }

    /** One that is certified, if there is any; else one that is deprecated. */
    private Optional<BlueprintVersion> newest(Collection<PublishedVersion> versions) {
        return versions.stream()
                .sorted(Comparator.comparing(PublishedVersion::isCertified)
                        .thenComparing(PublishedVersion.BY_VERSION)
                        .reversed())
                .flatMap(row -> compiled(row).stream())
                .findFirst();
    }

    private Optional<BlueprintVersion> compiled(PublishedVersion row) {
        return compiled.computeIfAbsent(row.contentHash(), hash -> compile(row)).map(row::compiled);
    }

    private Optional<Blueprint> compile(PublishedVersion row) {
        var compilation = compiler.compile(row.files());
        if (!compilation.ok()) {
            LOG.error("Blueprint {} {} no longer compiles: {}", row.name(), row.version(), compilation.diagnostics());
        }
        return compilation.blueprint();
    }
}
