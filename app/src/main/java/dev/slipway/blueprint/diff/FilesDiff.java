package dev.slipway.blueprint.diff;

import static dev.slipway.blueprint.diff.Written.map;
import static dev.slipway.blueprint.diff.Written.shortly;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.VersionDiff;
import dev.slipway.blueprint.parameters.Property;
import dev.slipway.blueprint.parameters.SchemaReader;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.YamlNode;
import dev.slipway.blueprint.source.YamlReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells what is different between two folders, section by section. */
public final class FilesDiff {

    private static final Map<String, String> WORDS = Map.of(
            "title", "title",
            "summary", "summary",
            "category", "category",
            "owner", "owner",
            "support", "support",
            "tags", "tags");

    private final Telling telling = new Telling();
    private final BlueprintFiles before;
    private final BlueprintFiles after;

    private FilesDiff(BlueprintFiles before, BlueprintFiles after) {
        this.before = before;
        this.after = after;
    }

    public static VersionDiff between(BlueprintFiles before, BlueprintFiles after) {
        return new FilesDiff(before, after).tell();
    }

    private VersionDiff tell() {
        var oldSpec = spec(before);
        var newSpec = spec(after);
        var was = plain(oldSpec);
        var is = plain(newSpec);
        new ParametersDiff(telling.about("parameters")).compare(parameters(oldSpec), parameters(newSpec));
        validations(was.get("validations"), is.get("validations"));
        telling.about("resources");
        new ResourcesDiff(telling, was, is).compare(was.get("resources"), is.get("resources"));
        outputs(map(was.get("outputs")), map(is.get("outputs")));
        requirements(map(was.get("requires")), map(is.get("requires")));
        network(map(was.get("network")), map(is.get("network")));
        secrets(map(was.get("secrets")), map(is.get("secrets")));
        shares(map(was.get("shares")), map(is.get("shares")));
        weights(map(was.get("weights")), map(is.get("weights")));
        presets(was.get("presets"), is.get("presets"));
        variables(was.get("variables"), is.get("variables"));
        words(was, is);
        files();
        return new VersionDiff(version(was), version(is), telling.all());
    }

    private static Optional<YamlNode> spec(BlueprintFiles files) {
        return YamlReader.readAll(BlueprintFiles.BLUEPRINT, files.blueprint(), new Diagnostics()).stream()
                .findFirst()
                .flatMap(document -> field(document, "spec"));
    }

    private static Optional<YamlNode> field(YamlNode node, String name) {
        return node instanceof YamlNode.Mapping mapping ? mapping.get(name) : Optional.empty();
    }

    private static Map<String, @Nullable Object> plain(Optional<YamlNode> node) {
        return map(node.map(YamlNode::plain).orElse(null));
    }

    private static String version(Map<String, @Nullable Object> spec) {
        return Objects.requireNonNullElse(spec.get("version"), "").toString();
    }

    private static Optional<Property> parameters(Optional<YamlNode> spec) {
        return spec.flatMap(node -> field(node, "parameters"))
                .flatMap(node -> SchemaReader.read(node, new Diagnostics()))
                .map(schema -> schema.root());
    }

    private void validations(@Nullable Object before, @Nullable Object after) {
        telling.about("validations");
        var was = Written.named(before, "rule");
        var is = Written.named(after, "rule");
        is.forEach((rule, validation) -> {
            if (!was.containsKey(rule)) {
                telling.breaks("A rule is new and may refuse what was right: %s"
                        .formatted(shortly(validation.get("message"))));
            }
        });
        was.forEach((rule, validation) -> {
            if (!is.containsKey(rule)) {
                telling.adds("A rule is gone: %s".formatted(shortly(validation.get("message"))));
            }
        });
    }

    private void outputs(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        telling.about("outputs");
        for (var name : Written.names(before, after)) {
            var was = map(before.get(name));
            var is = map(after.get(name));
            if (!after.containsKey(name)) {
                telling.breaks("Output %s is gone.".formatted(name));
            } else if (!before.containsKey(name)) {
                telling.adds("Output %s is new.".formatted(name));
            } else if (was.containsKey("secretRef") != is.containsKey("secretRef")) {
                telling.breaks("Output %s is %s."
                        .formatted(
                                name,
                                is.containsKey("secretRef")
                                        ? "a secret, shown once; it was shown openly"
                                        : "shown openly; it was a secret"));
            } else if (!Objects.equals(was.get("kind"), is.get("kind"))) {
                telling.breaks("Output %s is of kind %s; it was %s."
                        .formatted(name, shortly(is.get("kind")), shortly(was.get("kind"))));
            } else if (!was.equals(is)) {
                telling.changes("Output %s is worked out or titled otherwise.".formatted(name));
            }
        }
    }

    private void requirements(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        telling.about("requires");
        for (var what : List.of("apis", "features")) {
            var was = Written.texts(before.get(what));
            var is = Written.texts(after.get(what));
            is.stream()
                    .filter(each -> !was.contains(each))
                    .forEach(each -> telling.breaks("A cluster has to offer %s.".formatted(each)));
            was.stream()
                    .filter(each -> !is.contains(each))
                    .forEach(each -> telling.adds("A cluster need not offer %s.".formatted(each)));
        }
    }

    private void network(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        telling.about("network");
        for (var direction : List.of("ingress", "egress")) {
            var was = new LinkedHashSet<String>();
            Written.list(before.get(direction)).forEach(way -> was.add(way(direction, map(way))));
            var is = new LinkedHashSet<String>();
            Written.list(after.get(direction)).forEach(way -> is.add(way(direction, map(way))));
            was.stream()
                    .filter(way -> !is.contains(way))
                    .forEach(way -> telling.breaks("A way is closed: %s.".formatted(way)));
            is.stream()
                    .filter(way -> !was.contains(way))
                    .forEach(way -> telling.adds("A way is opened: %s.".formatted(way)));
        }
    }

    private static String way(String direction, Map<String, @Nullable Object> way) {
        var port = way.get("port") == null ? "" : " on port " + way.get("port");
        var when = way.get("when") == null ? "" : ", when " + shortly(way.get("when"));
        var from = shortly(way.get("from"));
        var to = shortly(way.get("to"));
        return "%s to %s%s%s%s".formatted(from, to, port, direction.equals("egress") ? ", outward" : "", when);
    }

    private void secrets(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        telling.about("secrets");
        for (var name : Written.names(before, after)) {
            var was = map(before.get(name));
            var is = map(after.get(name));
            for (var key : Written.names(was, is)) {
                if (!is.containsKey(key)) {
                    telling.breaks("Secret %s has no %s any more.".formatted(name, key));
                } else if (!was.containsKey(key)) {
                    telling.adds("Secret %s has %s.".formatted(name, key));
                } else if (!Objects.equals(was.get(key), is.get(key))) {
                    telling.changes(
                            "Secret %s: %s is made otherwise; those that exist stay as they are.".formatted(name, key));
                }
            }
        }
    }

    private void shares(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        telling.about("shares");
        for (var name : Written.names(before, after)) {
            var was = map(before.get(name));
            var is = map(after.get(name));
            if (!before.containsKey(name)) {
                telling.changes("GPU share %s is needed.".formatted(name));
            } else if (!after.containsKey(name)) {
                telling.changes("GPU share %s is needed no longer.".formatted(name));
            } else {
                Written.names(was, is).stream()
                        .filter(field -> !Objects.equals(was.get(field), is.get(field)))
                        .forEach(field -> telling.changes("GPU share %s: %s is %s; it was %s."
                                .formatted(name, field, shortly(is.get(field)), shortly(was.get(field)))));
            }
        }
    }

    private void weights(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        telling.about("weights");
        for (var name : Written.names(before, after)) {
            if (!before.containsKey(name)) {
                telling.changes("Weights %s have to be warm.".formatted(name));
            } else if (!after.containsKey(name)) {
                telling.changes("Weights %s are needed no longer.".formatted(name));
            } else if (!Objects.equals(before.get(name), after.get(name))) {
                telling.changes("Weights %s are of another model.".formatted(name));
            }
        }
    }

    private void presets(@Nullable Object before, @Nullable Object after) {
        telling.about("presets");
        var was = Written.named(before, "name");
        var is = Written.named(after, "name");
        for (var name : Written.names(was, is)) {
            if (!was.containsKey(name)) {
                telling.adds("Preset %s is new.".formatted(name));
            } else if (!is.containsKey(name)) {
                telling.changes("Preset %s is gone.".formatted(name));
            } else if (!Objects.equals(was.get(name), is.get(name))) {
                telling.changes("Preset %s fills in something else.".formatted(name));
            }
        }
    }

    private void variables(@Nullable Object before, @Nullable Object after) {
        telling.about("variables");
        var was = Written.named(before, "name");
        var is = Written.named(after, "name");
        for (var name : Written.names(was, is)) {
            if (!was.containsKey(name)) {
                telling.changes("Variable %s is new.".formatted(name));
            } else if (!is.containsKey(name)) {
                telling.changes("Variable %s is gone.".formatted(name));
            } else if (!Objects.equals(was.get(name), is.get(name))) {
                telling.changes("Variable %s is worked out otherwise.".formatted(name));
            }
        }
    }

    private void words(Map<String, @Nullable Object> was, Map<String, @Nullable Object> is) {
        telling.about("about");
        new TreeSet<>(WORDS.keySet())
                .stream()
                        .filter(field -> !Objects.equals(was.get(field), is.get(field)))
                        .forEach(field ->
                                telling.changes("The %s is %s.".formatted(WORDS.get(field), shortly(is.get(field)))));
        if (!Objects.equals(was.get("form"), is.get("form"))) {
            telling.changes("The form has another order.");
        }
        if (!Objects.equals(was.get("upgrade"), is.get("upgrade"))) {
            telling.changes("Upgrades from older versions fill in parameters by another rule.");
        }
    }

    private void files() {
        telling.about("files");
        for (var path : Written.names(before.byPath(), after.byPath())) {
            var was = before.byPath().get(path);
            var is = after.byPath().get(path);
            if (path.equals(BlueprintFiles.BLUEPRINT) || Objects.equals(was, is)) {
                continue;
            }
            if (was == null) {
                telling.changes("File %s is new.".formatted(path));
            } else {
                telling.changes((is == null ? "File %s is gone." : "File %s says something else.").formatted(path));
            }
        }
    }
}
