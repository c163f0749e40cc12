package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import dev.slipway.kernel.EnvironmentKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks what a test gives: that there is such a thing, and that it is of the right kind. */
final class GivenReader {

    private static final List<String> KINDS =
            Arrays.stream(EnvironmentKind.values()).map(EnvironmentKind::word).toList();

    private final Definition definition;
    private final Diagnostics diagnostics;
    private final Collection<String> resources;

    GivenReader(Definition definition, Diagnostics diagnostics, Collection<String> resources) {
        this.definition = definition;
        this.diagnostics = diagnostics;
        this.resources = resources;
    }

    void check(Section given) {
        texts(given.section("metadata"), "name", "namespace");
        texts(given.section("team"), "name", "title");
        given.section("environment").ifPresent(this::environment);
        texts(given.section("user"), "name");
        given.node("cluster").ifPresent(this::cluster);
        each(given, "models", this::model);
        each(given, "instances", this::instance);
        declared(given, "shares", definition.shares().keySet(), this::share);
        declared(
                given,
                "weights",
                definition.weights().keySet(),
                weights -> texts(Optional.of(weights), "model", "claimName", "path"));
        live(given);
        given.done();
    }

    private static void texts(Optional<Section> section, String... fields) {
        section.ifPresent(found -> {
            Arrays.stream(fields).forEach(found::text);
            found.done();
        });
    }

    private void environment(Section environment) {
        environment.text("name");
        environment.choice("kind", KINDS.get(0), KINDS);
        environment.done();
    }

    /** Besides its own fields, any feature with true or false. */
    private void cluster(YamlNode node) {
        var cluster = Section.of(node, diagnostics);
        cluster.text("name");
        cluster.text("region");
        cluster.text("encryptedStorageClass");
        cluster.texts("apis");
        for (var feature : cluster.items("features")) {
            cluster.text(feature).ifPresent(name -> feature(name, feature.place(), Code.T001));
        }
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.fields().forEach((name, field) -> {
                if (field.value().plain() instanceof Boolean) {
                    cluster.node(name);
                    feature(name, field.place(), Code.S001);
                }
            });
        }
        cluster.done();
    }

    private void feature(String name, Place place, Code code) {
        if (!Facts.Cluster.FEATURES.contains(name)) {
            var fix = Suggestion.nearest(name, Facts.Cluster.FEATURES);
            diagnostics.error(
                    code, place, "There is no feature '%s'.%s".formatted(name, Suggestion.didYouMean(fix)), fix);
        }
    }

    private void model(Section model) {
        List.of("title", "kind", "version", "digest", "reference", "licence", "quantisation")
                .forEach(model::text);
        List.of("weightsBytes", "parameters", "kvBytesPerToken", "contextLength")
                .forEach(field -> model.integer(field, 0, 0, Long.MAX_VALUE));
        model.done();
    }

    private void instance(Section instance) {
        instance.text("blueprint");
        instance.named("outputs");
        each(instance, "secrets", secret -> texts(Optional.of(secret), "name", "key"));
        instance.done();
    }

    private void share(Section share) {
        List.of("deviceModel", "mode", "profile", "isolation", "utilisation", "schedulerName", "runtimeClassName")
                .forEach(share::text);
        List.of("memoryBytes", "count").forEach(field -> share.integer(field, 0, 0, Long.MAX_VALUE));
        share.named("limits");
        share.done();
    }

    private void each(Section given, String name, Consumer<Section> check) {
        given.named(name).values().forEach(field -> check.accept(Section.of(field.value(), diagnostics)));
    }

    private void declared(Section given, String name, Collection<String> names, Consumer<Section> check) {
        given.named(name).forEach((key, field) -> {
            if (names.contains(key)) {
                check.accept(Section.of(field.value(), diagnostics));
            } else {
                unknown(name.substring(0, name.length() - 1), key, field, names);
            }
        });
    }

    /** An object for each resource, or a list of them where it stands for several. */
    private void live(Section given) {
        given.named("live").forEach((id, field) -> {
            if (!resources.contains(id)) {
                unknown("resource", id, field, resources);
            } else if (field.value() instanceof YamlNode.Scalar) {
                diagnostics.error(Code.S003, field.value().place(), "What lives is an object, or a list of objects.");
            }
        });
    }

    private void unknown(String what, String name, YamlNode.Field field, Collection<String> names) {
        var fix = Suggestion.nearest(name, names);
        diagnostics.error(
                Code.T001,
                field.place(),
                "There is no %s '%s'.%s".formatted(what, name, Suggestion.didYouMean(fix)),
                fix);
    }
}
