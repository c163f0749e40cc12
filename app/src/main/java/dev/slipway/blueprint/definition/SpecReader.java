package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.Descriptor;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.Preset;
import dev.slipway.blueprint.parameters.ParameterSchema;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.semver4j.Semver;

/** The parts of a blueprint without expressions. */
final class SpecReader {

    private static final List<String> CATEGORIES =
            List.of("inference", "rag", "finetune", "assistant", "ci", "notebook", "batch", "other");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/].*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Set<String> kinds;
    private final Diagnostics diagnostics;

    /**
     * A reader of these parts.
     *
     * @param kinds whose schemas are known, as {@code apiVersion/kind}
     */
    SpecReader(Set<String> kinds, Diagnostics diagnostics) {
        this.kinds = kinds;
        this.diagnostics = diagnostics;
    }

    Descriptor descriptor(String name, Section spec, Section metadata) {
        if (!name.isEmpty() && !Descriptor.isName(name)) {
            diagnostics.error(
                    Code.S006,
                    metadata.place("name"),
                    "A blueprint's name has 2 to 40 small letters, digits and hyphens.");
        }
        return new Descriptor(
                name,
                version(spec),
                words(spec, "title"),
                words(spec, "summary"),
                spec.choice("category", "other", CATEGORIES),
                spec.texts("tags"),
                words(spec, "owner"),
                support(spec.section("support")),
                requirements(spec.section("requires")));
    }

    /** A text that people read, so that it must not be empty. */
    private String words(Section spec, String field) {
        var text = spec.requiredText(field);
        if (text.isBlank() && spec.text(field).isPresent()) {
            diagnostics.error(Code.S004, spec.place(field), "'%s' must not be empty.".formatted(field));
        }
        return text;
    }

    private String version(Section spec) {
        var version = spec.requiredText("version");
        if (spec.text("version").isPresent() && !isVersion(version)) {
            var fix = Optional.of(version.replaceFirst("^[vV]", "")).filter(SpecReader::isVersion);
            diagnostics.error(
                    Code.S004,
                    spec.place("version"),
                    "'%s' is not a semantic version like 1.4.0.%s".formatted(version, Suggestion.didYouMean(fix)),
                    fix);
        }
        return version;
    }

    /** The library lets a leading v pass, which semantic versions do not have. */
    private static boolean isVersion(String text) {
        return Semver.isValid(text) && Character.isDigit(text.charAt(0));
    }

    private Descriptor.Support support(Optional<Section> section) {
        if (section.isEmpty()) {
            return new Descriptor.Support("", "", "");
        }
        var support = section.get();
        var read = new Descriptor.Support(
                support.choice("level", "bronze", List.of("gold", "silver", "bronze")),
                support.text("contact", ""),
                support.text("runbook", ""));
        if (!read.runbook().isEmpty() && !ADDRESS.matcher(read.runbook()).matches()) {
            diagnostics.error(
                    Code.S004,
                    support.place("runbook"),
                    "A runbook is an address that begins with https:// or http://.");
        }
        support.done();
        return read;
    }

    private Descriptor.Requirements requirements(Optional<Section> section) {
        if (section.isEmpty()) {
            return new Descriptor.Requirements(Set.of(), Set.of());
        }
        var requires = section.get();
        var required = new Requirements(requires, kinds, diagnostics);
        var read = new Descriptor.Requirements(required.apis(), required.features());
        requires.done();
        return read;
    }

    List<Preset> presets(Section spec, Optional<ParameterSchema> schema) {
        var presets = new ArrayList<Preset>();
        var names = new HashSet<String>();
        for (var section : spec.sections("presets")) {
            var name = section.requiredText("name");
            if (!names.add(name)) {
                diagnostics.error(
                        Code.S005, section.place("name"), "There are two presets called '%s'.".formatted(name));
            }
            var parameters = new LinkedHashMap<String, Object>();
            section.required("parameters");
            section.named("parameters").forEach((key, field) -> {
                var value = field.value().plain();
                if (value != null) {
                    parameters.put(key, value);
                }
            });
            schema.ifPresent(found -> checkPreset(section, parameters, found));
            presets.add(new Preset(
                    name, section.text("title", name), section.text("description", ""), Map.copyOf(parameters)));
            section.done();
        }
        return presets;
    }

    /** A preset may leave out what the person has to say; what is wrong with defaults is said of them. */
    private void checkPreset(Section section, Map<String, Object> parameters, ParameterSchema schema) {
        schema.validate(schema.complete(parameters)).stream()
                .filter(error -> !error.message().endsWith("is required."))
                .filter(error -> error.path().isEmpty()
                        || parameters.containsKey(error.path().split("\\.")[0]))
                .forEach(error -> diagnostics.error(
                        Code.P007,
                        section.node("parameters")
                                .map(node ->
                                        YamlNode.find(node, List.of(error.path().split("\\."))))
                                .map(YamlNode::place)
                                .orElse(section.place()),
                        "The preset does not fit: " + error.message()));
    }

    Map<String, SortedMap<String, Needs.Generator>> secrets(Section spec, Identifiers identifiers) {
        var secrets = new LinkedHashMap<String, SortedMap<String, Needs.Generator>>();
        spec.named("secrets").forEach((name, field) -> {
            if (identifiers.take("secret", name, field.place())) {
                secrets.put(name, keys(field));
            }
        });
        return secrets;
    }

    private SortedMap<String, Needs.Generator> keys(YamlNode.Field secret) {
        var keys = new TreeMap<String, Needs.Generator>();
        if (!(secret.value() instanceof YamlNode.Mapping mapping)
                || mapping.fields().isEmpty()) {
            diagnostics.error(Code.S003, secret.place(), "A secret has keys, each with how it is made.");
            return keys;
        }
        mapping.fields().forEach((key, field) -> {
            if (!KEY.matcher(key).matches()) {
                diagnostics.error(Code.S006, field.place(), "'%s' cannot be a key of a Secret.".formatted(key));
            }
            var generator = Section.of(field.value(), diagnostics);
            keys.put(
                    key,
                    new Needs.Generator(generator.choice("generate", "base64url", List.of("base64url", "hex")), (int)
                            generator.integer("bytes", 32, 16, 64)));
            generator.done();
        });
        return keys;
    }
}
