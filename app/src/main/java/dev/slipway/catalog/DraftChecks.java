package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Compilation;
import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.Preset;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.blueprint.TestResult;
import dev.slipway.kernel.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.semver4j.Semver;
import org.springframework.stereotype.Component;

/** Compiles, tests and tries out a draft, and says what keeps it from being published. */
@Component
class DraftChecks {

    private final PublishedVersionRepository versions;
    private final Previews previews;
    private final CheckPlaces places;
    private final ClusterSchemas schemas;

    DraftChecks(PublishedVersionRepository versions, Previews previews, CheckPlaces places, ClusterSchemas schemas) {
        this.versions = versions;
        this.previews = previews;
        this.places = places;
        this.schemas = schemas;
    }

    private record Tested(Compilation compilation, List<TestResult> tests) {}

    /** @throws dev.slipway.kernel.UnavailableException {@code check-busy} while too much else is checked */
    DraftCheck check(
            PersonId person,
            String name,
            BlueprintFiles files,
            Optional<String> preset,
            Map<String, List<String>> typed) {
        var tested = places.within(person, () -> tested(files));
        var compilation = tested.compilation();
        if (compilation.blueprint().isEmpty()) {
            var errors = compilation.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .count();
            return new DraftCheck(
                    compilation,
                    List.of(),
                    List.of("%d %s left.".formatted(errors, plural(errors, "error"))),
                    Optional.empty());
        }
        var blueprint = compilation.blueprint().get();
        var preview = previews.of(blueprint, preset.orElseGet(() -> first(blueprint)), typed);
        return new DraftCheck(
                compilation, tested.tests(), missing(name, blueprint, tested.tests()), Optional.of(preview));
    }

    private Tested tested(BlueprintFiles files) {
        var compilation = schemas.compiler().compile(files);
        return new Tested(
                compilation,
                compilation
                        .blueprint()
                        .map(blueprint -> blueprint.test(SampleFacts.facts()))
                        .orElse(List.of()));
    }

    private List<String> missing(String name, Blueprint blueprint, List<TestResult> tests) {
        var missing = new ArrayList<String>();
        var descriptor = blueprint.descriptor();
        if (!descriptor.name().equals(name)) {
            missing.add("The name has to stay %s; it says %s.".formatted(name, descriptor.name()));
        }
        versions.newest(name)
                .map(PublishedVersion::version)
                .filter(newest -> !isHigher(descriptor.version(), newest))
                .ifPresent(newest -> missing.add(
                        "The version has to be higher than %s; it says %s.".formatted(newest, descriptor.version())));
        var failed = tests.stream().filter(test -> !test.passed()).count();
        if (failed > 0) {
            missing.add("%d of %d tests %s.".formatted(failed, tests.size(), failed == 1 ? "fails" : "fail"));
        }
        return missing;
    }

    static boolean isHigher(String version, String than) {
        var candidate = Semver.parse(version);
        return candidate != null
                && candidate.isGreaterThan(
                        Objects.requireNonNullElseGet(Semver.parse(than), () -> new Semver("0.0.0")));
    }

    private static String first(Blueprint blueprint) {
        return blueprint.presets().stream().map(Preset::name).findFirst().orElse("");
    }

    private static String plural(long count, String word) {
        return count == 1 ? word : word + "s";
    }
}
